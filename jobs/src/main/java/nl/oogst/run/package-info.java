/**
 * Strings the steps together, and is the only package that knows Spark.
 *
 * <p>In: the settings of a run. Out: a published release and what there is to tell about it. Says
 * where data comes from, how it is grouped and where it goes; decides nothing about its meaning.
 */
package nl.oogst.run;
