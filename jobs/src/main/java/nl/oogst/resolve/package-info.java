/**
 * From what each delivery showed to what is known: one current record a placement, its history, its
 * paid hours, how far knowledge reaches, and which records are the same job or the same person.
 *
 * <p>In: normalised records with their delivery, file and line. Out: resolved placements, the state
 * of every row for the ledger, links. May not read a file, round, or know what is published.
 */
package nl.oogst.resolve;
