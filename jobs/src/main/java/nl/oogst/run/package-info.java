/**
 * Strings the steps together and is the only package that knows Spark.
 *
 * <p>In: one configuration record and a data root. Out: a release, a summary and an exit code. What
 * happens to a record is decided in the steps; this package says only where data comes from, how it
 * is grouped and where it goes. It uses Spark through its RDD interface alone: no SQL session,
 * which would double the start.
 */
package nl.oogst.run;
