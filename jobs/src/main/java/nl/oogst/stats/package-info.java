/**
 * The mathematics of the figures: survival, shares, trends, multiplicity, standardisation, funnel
 * limits and the comparison of pilots. In come plain numbers, out come plain values. Nothing here
 * knows of files, fields, Spark, clocks or unseeded randomness.
 *
 * <p>A figure that does not exist is an empty {@code Optional}, never {@code NaN}. Every formula
 * names its source; the tests compare with results computed elsewhere at a relative 1e-9.
 */
package nl.oogst.stats;
