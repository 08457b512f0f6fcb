package nl.oogst.model;

import java.io.Serializable;

/**
 * What {@code schemas/issues.csv} tells about an issue code.
 *
 * @param fields the fields concerned, separated by spaces; empty for any
 * @param explanation what it means, for the sender
 * @param remedy what the sender can do
 * @param treatment what was done with the value
 */
public record IssueText(
    IssueCode code, String fields, Text explanation, Text remedy, Text treatment)
    implements Serializable {}
