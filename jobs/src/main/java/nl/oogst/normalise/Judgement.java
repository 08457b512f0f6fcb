package nl.oogst.normalise;

import nl.oogst.model.Text;

/**
 * How the dates or numbers of a column are read, and why.
 *
 * @param how what was chosen
 * @param why the value, profile or lack of evidence that decided
 * @param line the line whose value decided; 0 when no line did, or it has not been read yet
 */
public record Judgement(String header, String field, Text how, Text why, long line) {}
