package nl.oogst.report.yearly;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Schemas;
import nl.oogst.report.document.Language;
import nl.oogst.report.document.Table.Cell;

/**
 * One report to be: a year, a language, and the release it is made from.
 *
 * @param base the base of rounding of counts, fte and banen; differences smaller than two bases may
 *     be rounding alone
 * @param dictionary where the data dictionary lies as seen from the report, or null when there is
 *     none to lead to
 */
public record Edition(
    Language language,
    int year,
    ReleaseTables tables,
    Schemas schemas,
    Source source,
    int base,
    String dictionary) {

  /** How the register marks a proeftuin that was made up. */
  private static final String SYNTHETIC = "(synthetisch)";

  /**
   * The release that the report is made from.
   *
   * @param earlier the releases published before it that are still there, oldest first
   */
  public record Source(String releaseId, LocalDate asOf, List<Earlier> earlier) {
    public Source {
      earlier = List.copyOf(earlier);
    }

    /** A release that no other one went before. */
    public Source(String releaseId, LocalDate asOf) {
      this(releaseId, asOf, List.of());
    }

    /** The year that a report from this release is about when nobody asks for another one. */
    public int lastWholeYear() {
      return lastWholeYear(asOf);
    }

    private static int lastWholeYear(LocalDate asOf) {
      return asOf.plusDays(1).getYear() - 1;
    }
  }

  /** A release published before, and its public data sets. */
  public record Earlier(String releaseId, LocalDate asOf, ReleaseTables tables) {
    int lastWholeYear() {
      return Source.lastWholeYear(asOf);
    }
  }

  public Edition {
    requireNonNull(language, "language");
    requireNonNull(tables, "tables");
    requireNonNull(schemas, "schemas");
    requireNonNull(source, "source");
  }

  public String say(String nl, String en) {
    return language.pick(nl, en);
  }

  /** What the files of the report are called, without what kind of file they are. */
  public String reportName() {
    return say("leerrapportage-", "learning-report-") + year;
  }

  /** The folder beside the report with a page for each ministry and each proeftuin. */
  public String pagesFolder() {
    return say("paginas-", "pages-") + year;
  }

  /** The label of a code, or the code itself when the list does not have it. */
  public String label(String codelist, String code) {
    return schemas
        .codelist(codelist)
        .code(code)
        .map(found -> language.pick(found.label().nl(), found.label().en()))
        .orElse(code);
  }

  /** What a proeftuin is called: its name in the register, else its id. */
  public String proeftuin(String id) {
    return tables.rows("proeftuinen", row -> row.is("proeftuin", id)).stream()
        .map(row -> row.text("name").replace(SYNTHETIC, "").strip())
        .findFirst()
        .orElse(id);
  }

  /** Whether the register says of all its proeftuinen that they were made up. */
  public boolean synthetic() {
    List<DataRow> proeftuinen = tables.rows("proeftuinen");
    return !proeftuinen.isEmpty()
        && proeftuinen.stream().allMatch(row -> row.text("name").contains(SYNTHETIC));
  }

  /** What an open mark in a picture means. */
  public String open() {
    return say("voorlopig", "provisional");
  }

  /** Whether a figure may still change, and if so how much of it is known. */
  public String state(DataRow row) {
    if (!row.flag("provisional")) {
      return say("definitief", "final");
    }
    Double known = row.number("coverage");
    return say("voorlopig", "provisional")
        + (known == null ? "" : ", " + percent(known) + say(" bekend", " known"));
  }

  /** What stands below a table of rows of deliveries. */
  String rowsRounded() {
    return say(
        "Een levering ontbreekt als zij er al had moeten zijn. Leveringen zijn precies geteld; regels zijn [afgerond](#term-rounding) op een veelvoud van "
            + base
            + ".",
        "A delivery is missing when it is overdue. Deliveries are counted exactly; rows were [rounded](#term-rounding) to a multiple of "
            + base
            + ".");
  }

  /** What stands below a table of counts. */
  public String rounded() {
    return say(
        "Elk getal is apart [afgerond](#term-rounding) op een veelvoud van " + base + ".",
        "Each number was [rounded](#term-rounding) on its own to a multiple of " + base + ".");
  }

  public String number(Double value) {
    return value == null ? nothing() : language.number(value);
  }

  public String percent(Double share) {
    return share == null ? nothing() : language.percent(share);
  }

  /** A number in a table. */
  public Cell cell(Double value) {
    return new Cell(number(value), value);
  }

  /** A number of a row in a table; nothing when there is no such row. */
  public Cell cell(DataRow row, String column) {
    return cell(row == null ? null : row.number(column));
  }

  /** A share of a row in a table. */
  public Cell share(DataRow row, String column) {
    return new Cell(percent(row.number(column)), row.number(column));
  }

  /** What stands where there is no figure. */
  public String nothing() {
    return "–";
  }

  /** The row of a data set about everything together in a year, or null. */
  public DataRow total(String dataSet, int ofYear) {
    String period = Integer.toString(ofYear);
    return tables.years(dataSet, "all").stream()
        .filter(row -> row.is("period", period))
        .findFirst()
        .orElse(null);
  }

  /** The years up to this report's that a data set has, oldest first, at most a number of them. */
  public List<Integer> years(String dataSet, int most) {
    Map<Integer, Boolean> years = new TreeMap<>();
    for (DataRow row : tables.years(dataSet, "all")) {
      int found = Integer.parseInt(row.text("period"));
      if (found <= year) {
        years.put(found, true);
      }
    }
    List<Integer> all = new ArrayList<>(years.keySet());
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
