/**
 * Shows how one file will be read, before anyone runs a harvest.
 *
 * <p>In: a file, the schemas, the proeftuin's source profile if it has one. Out: a {@link
 * nl.oogst.inspect.FileView} with every choice and its reason, the first records, and every issue;
 * as text for a person or as JSON. Uses the very steps of a run ({@code read}, {@code map}, {@code
 * normalise}) and keeps nothing; values of persons are masked, a citizen service number is counted.
 */
package nl.oogst.inspect;
