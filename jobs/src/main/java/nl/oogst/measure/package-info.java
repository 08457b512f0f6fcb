/**
 * What the figures mean: one small class a data set adds up what one person contributes to its
 * cells.
 *
 * <p>In: persons with all their placements, resolved and linked. Out: exact sums per cell with the
 * cell key and the largest contribution of one person, and from these the rows of a data set. Sums
 * are whole numbers inside, so order and partitioning change nothing. May not round for disclosure,
 * read or write.
 */
package nl.oogst.measure;
