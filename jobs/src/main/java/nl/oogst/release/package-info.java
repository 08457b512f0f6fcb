/**
 * In: rows of data sets, public ones already protected. Out: a release, written in a staging folder
 * and made current by one atomic step; and the keys that an output folder keeps. Reads back what
 * earlier releases hold.
 *
 * <p>The same rows give the same bytes: no clock, no random, no host name in anything released.
 * Knows nothing of what the figures mean and never reads a delivery. A crash at any moment leaves
 * the previous release current.
 */
package nl.oogst.release;
