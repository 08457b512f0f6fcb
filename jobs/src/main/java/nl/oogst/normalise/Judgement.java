package nl.oogst.normalise;

/**
 * How the dates or numbers of a column are read, and why.
 *
 * @param how what was chosen, in Dutch
 * @param why the value, profile or lack of evidence that decided, in Dutch
 */
public record Judgement(String header, String field, String how, String why) {}
