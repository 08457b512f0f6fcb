/**
 * In: figures about persons and the keys of the persons behind them. Out: figures that may be
 * published.
 *
 * <p>Every public figure about persons is rounded by cell key: the same persons are rounded in the
 * same way in every table and every release, so that no difference of two published figures tells
 * more than either of them. May not know where a figure came from, nor leave one exact. How large a
 * base is and where shares end stands in {@code schemas/rules/disclosure.json}.
 */
package nl.oogst.protect;
