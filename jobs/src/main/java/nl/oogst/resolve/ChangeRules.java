package nl.oogst.resolve;

import java.io.Serializable;

/**
 * How much may change between two deliveries before it is worth a look ({@code
 * schemas/rules/deliveries.json}). Hours are contract hours a week, as millionths.
 *
 * @param hoursLeast a smaller difference in hours is no jump
 * @param hoursRatio how many times as many, or as few, hours make a jump
 * @param daysBack an end date moves back from this many days on
 * @param statementLeast a statement may differ this much from the records, whatever its size
 * @param statementShare and this share of what the records say
 */
public record ChangeRules(
    long hoursLeast, double hoursRatio, int daysBack, double statementLeast, double statementShare)
    implements Serializable {}
