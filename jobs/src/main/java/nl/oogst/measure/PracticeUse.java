package nl.oogst.measure;

import java.io.Serializable;

/**
 * A practice in use at a proeftuin, as the register or a delivery says.
 *
 * @param practice a code of {@code codelists/practices.csv}
 * @param from first day, as {@link nl.oogst.model.Days}
 * @param to last day, or {@link nl.oogst.model.Days#NONE} while it is in use
 */
public record PracticeUse(String proeftuin, String practice, int from, int to)
    implements Serializable {}
