package nl.oogst.map;

import java.io.Serializable;

/**
 * What a profile says of one column.
 *
 * @param field the canonical field; null when the column is known and dropped
 * @param format the format of its dates, or null
 */
public record ColumnRule(String header, String field, String format) implements Serializable {}
