/**
 * In: two releases. Out: each published figure that changed, with how much of the change is due to
 * what.
 *
 * <p>Causes are decided by adding up the records of the earlier release again, one kind of change
 * after the other, with the measures that made the figures. The parts add up exactly. Published is
 * only the difference of two published values.
 */
package nl.oogst.release.revision;
