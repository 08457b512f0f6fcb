/**
 * Turns rows of text into records with dates, numbers and codes.
 *
 * <p>In: a row as read, the {@link nl.oogst.map.TableMapping} of its table, the schemas. Out: an
 * {@link nl.oogst.normalise.Outcome}: a record with warnings, a quarantined row with all its
 * errors, a row that is no record, or a refusal because of a citizen service number. A value is
 * read in the one way it can be meant, or becomes an issue; person values are masked in every
 * issue. Knows one table at a time: duplicates and earlier deliveries are for the next step.
 */
package nl.oogst.normalise;
