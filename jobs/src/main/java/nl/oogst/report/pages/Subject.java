package nl.oogst.report.pages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.oogst.report.document.Language;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/**
 * What a page is about.
 *
 * @param code the abbreviation of a ministry, or the id of a proeftuin
 * @param name what readers call it
 * @param proeftuinen rows of the register that belong to it, by name; none for a ministry that has
 *     no proeftuin now
 */
record Subject(Kind kind, String code, String name, List<DataRow> proeftuinen) {
  /** By what figures are broken down. */
  enum Kind {
    MINISTRY("organisation"),
    PROEFTUIN("proeftuin");

    private final String breakdown;

    Kind(String breakdown) {
      this.breakdown = breakdown;
    }
  }

  Subject {
    requireNonNull(kind, "kind");
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    proeftuinen = List.copyOf(proeftuinen);
  }

  String breakdown() {
    return kind.breakdown;
  }

  boolean isMinistry() {
    return kind == Kind.MINISTRY;
  }

  /** The phases in which its proeftuinen began. */
  List<String> phases() {
    return proeftuinen.stream()
        .map(row -> row.text("phase"))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  boolean has(String proeftuin) {
    return proeftuinen.stream().anyMatch(row -> row.is("proeftuin", proeftuin));
  }

  /** Its rows of a year in a data set by period, in their order. */
  List<DataRow> of(Edition edition, String dataSet, int year) {
    String period = Integer.toString(year);
    return edition.tables().years(dataSet, breakdown()).stream()
        .filter(row -> row.is(breakdown(), code) && row.is("period", period))
        .toList();
  }

  /** Its one row of a year in a data set without further columns, or null. */
  DataRow one(Edition edition, String dataSet, int year) {
    List<DataRow> rows = of(edition, dataSet, year);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** The file of its page. */
  String file(Language language) {
    return file(kind, code, language);
  }

  static String file(Kind kind, String code, Language language) {
    StringBuilder name =
        new StringBuilder(
            kind == Kind.MINISTRY ? language.pick("ministerie-", "ministry-") : "proeftuin-");
    for (char c : code.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      name.append(plain ? Character.toString(c) : "_" + Integer.toHexString(c));
    }
    return name + ".html";
  }
}
