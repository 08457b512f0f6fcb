/**
 * In: what a check or a release came to, as plain values. Out: pages for people, in clear Dutch, as
 * HTML and CSV.
 *
 * <p>Every text that comes from a delivery is escaped by the template library; values that may tell
 * about a person were masked where they were read and are masked once more here. The same input
 * gives the same bytes. Never reads a delivery.
 */
package nl.oogst.report;
