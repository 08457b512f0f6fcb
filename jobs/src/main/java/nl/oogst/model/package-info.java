/**
 * The words of the field as values: entities and their fields, code lists, issues, periods, and the
 * normalised records themselves.
 *
 * <p>In: the folder {@code schemas/}, the only place where a definition stands. Out: immutable
 * values that every step shares. Knows no step, no Spark and no file of a proeftuin.
 */
package nl.oogst.model;
