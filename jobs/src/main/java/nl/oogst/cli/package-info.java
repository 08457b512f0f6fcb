/**
 * The commands as a person types them: options in, a short readable summary and an exit code out.
 *
 * <p>Turns every failure into a line that tells what to do. May not decide anything about data.
 */
package nl.oogst.cli;
