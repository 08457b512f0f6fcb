package nl.oogst.run;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Everything that differs between one environment and another.
 *
 * @param data the data root, with {@code register/} and {@code deliveries/}
 * @param out the output folder, with {@code releases/}
 * @param schemas the folder with all definitions
 * @param profiles the folder with source profiles
 * @param asOf only deliveries dated on or before it count; null for the newest delivery's date
 * @param linkKey file with the link key, or null: nothing is linked by person
 * @param disclosureKey file with the disclosure key, or null: the output folder keeps its own
 * @param master Spark master URL
 * @param strict publish nothing when something was refused or too much quarantined
 * @param programVersion part of the identity of a release
 */
public record Settings(
    Path data,
    Path out,
    Path schemas,
    Path profiles,
    LocalDate asOf,
    Path linkKey,
    Path disclosureKey,
    String master,
    boolean strict,
    String programVersion) {}
