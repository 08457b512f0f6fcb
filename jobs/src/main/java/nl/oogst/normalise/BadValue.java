package nl.oogst.normalise;

import nl.oogst.model.IssueCode;

/**
 * A field that made its row fail.
 *
 * @param field the canonical field, or null for the whole record
 * @param value what stood there, masked in person fields; empty when nothing did
 */
public record BadValue(String field, IssueCode code, String value) {}
