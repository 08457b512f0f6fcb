/**
 * Reading: any delivered file becomes tables of text cells.
 *
 * <p>In: a file, and what a source profile says of its dialect. Out: tables, each with its header
 * and its physical records in order, every one with its line, its kind, and an issue for everything
 * that had to be tolerated. This step knows nothing of entities or fields, never changes, drops or
 * shifts content silently, and lets no exception out but {@link nl.oogst.read.ReadFailure}.
 */
package nl.oogst.read;
