/**
 * In: a figure of a release and the restricted records behind it. Out: what each placement adds to
 * the figure, where it was delivered, what it was joined with and what was corrected.
 *
 * <p>Contributions are found by the measures that made the figures, so that they add up to them.
 * For the restricted zone only: nothing here is protected.
 */
package nl.oogst.release.explain;
