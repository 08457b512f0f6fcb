/**
 * Says what each column of a table means.
 *
 * <p>In: the headers and first rows of a table, the schemas, the proeftuin's source profile if it
 * has one. Out: a {@link nl.oogst.map.TableMapping}: the entity, the field of each column with the
 * reason and certainty of that choice, constants and value translations, and issues about columns.
 * Reads no values of records; a doubt becomes an issue, never a silent guess.
 */
package nl.oogst.map;
