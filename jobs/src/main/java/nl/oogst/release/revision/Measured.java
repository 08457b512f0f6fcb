package nl.oogst.release.revision;

import java.time.LocalDate;
import java.util.Map;
import nl.oogst.measure.Cells;

/**
 * What the figures of a release were made of, while it is being made.
 *
 * @param first the first day of its frame
 * @param cells with everyone in them, by data set
 */
public record Measured(LocalDate first, Map<String, Cells> cells) {}
