package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Severity;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every issue code is raised by its own smallest delivery, and says in which file, on which line
 * and in which field. One proeftuin for each code, named after it, all in one run.
 */
class IssueCodesTest {
  private static final String GOOD = DataRoot.row("P1");
  private static final String ROW = DataRoot.row("P2");
  private static final String TABLE = DataRoot.PLACEMENTS + GOOD;
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(the|of the|not|cells?|columns?|files?|must|with|most|value|header|missing|"
              + "quote|row|before|date|one|Exception|end_before_start|end_date|register_from)\\b");

  /** What is expected of a code, in the data sets of issues and of quarantined values. */
  private record Case(IssueCode code, String place, String quarantined) {}

  private final List<Case> cases = new ArrayList<>();
  @TempDir private Path folder;
  private DataRoot root;

  @Test
  void everyCodeIsRaisedWithItsPlace() throws IOException {
    root =
        new DataRoot(
            folder,
            Arrays.stream(IssueCode.values())
                .filter(code -> code != IssueCode.PROEFTUIN_UNKNOWN)
                .map(IssueCode::code)
                .toArray(String[]::new));
    errorsOfRows();
    warningsOfRows();
    changes();
    oddRecords();
    tables();
    workbooks();
    refusals();
    assertThat(cases.stream().map(Case::code))
        .doesNotHaveDuplicates()
        .containsAll(EnumSet.complementOf(EnumSet.of(IssueCode.LINK_DOUBTFUL)));

    Outcome outcome =
        Harvest.run(
            settings(),
            line -> {
              if (line.equals("reading")) {
                root.file("file_changed/2024-12-31/p.csv", TABLE + ROW);
              }
            });

    assertThat(outcome.exitCode()).isEqualTo(3);
    Ran ran = new Ran(root, 3, "", "");
    SoftAssertions soft = new SoftAssertions();
    List<String> issues =
        ran.rows("proeftuin, code, severity, file, line, field", "restricted/issues", "");
    List<String> values =
        ran.rows("proeftuin, code, file, line, field", "restricted/quarantine", "");
    for (Case one : cases) {
      String code = one.code().code();
      String severity = one.code().severity().name().toLowerCase(Locale.ROOT);
      soft.assertThat(issues)
          .filteredOn(row -> row.startsWith(code + "|"))
          .as(code)
          .contains(String.join("|", code, code, severity, one.place()));
      soft.assertThat(values)
          .as("quarantined for %s", code)
          .filteredOn(row -> row.startsWith(code + "|" + code + "|"))
          .containsExactlyElementsOf(
              one.quarantined() == null
                  ? List.of()
                  : List.of(String.join("|", code, code, one.quarantined())));
    }
    soft.assertAll();
    assertThat(ran.rows("DISTINCT treatment", "restricted/issues", ""))
        .doesNotContain("")
        .hasSizeGreaterThan(10);
    String told = "coalesce(found, '') || ' ' || coalesce(expected, '')";
    assertThat(ran.rows("DISTINCT code, " + told, "restricted/issues", ""))
        .as("words for who keeps the spreadsheet are Dutch")
        .hasSizeGreaterThan(40)
        .noneMatch(row -> ENGLISH.matcher(row.substring(row.indexOf('|'))).find());
  }

  /** Needs a link key, without which other codes are raised. */
  @Test
  void personNumbersThatContradictEachOtherAreDoubtful() throws IOException {
    root = new DataRoot(folder, "eerste", "link_doubtful", "derde");
    String header =
        DataRoot.PLACEMENTS.replace("\n", ",link_surname,link_initials,link_birth_date\n");
    String one = ",Jansen,A.B.,1980-01-02\n";
    String two = ",Pieters,C.D.,1991-03-04\n";
    String own = DataRoot.row("P1").replace("\n", one);
    String other = DataRoot.row("P2").replace("K-P2", "K-P1").replace("\n", two);
    root.file("eerste/2024-12-31/p.csv", header + own);
    root.file("link_doubtful/2024-12-31/p.csv", header + own + other);
    root.file("derde/2024-12-31/p.csv", header + other);
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));

    Ran ran = Ran.harvest(root, "--quiet", "--link-key-file", key.toString());

    assertThat(ran.code()).isZero();
    assertThat(
            ran.rows(
                "code, severity, file, line, field",
                "restricted/issues",
                "WHERE proeftuin = 'link_doubtful'"))
        .containsExactly("link_doubtful|warning|||person_id");
  }

  private void errorsOfRows() {
    row(IssueCode.REQUIRED_MISSING, ROW.replace("BZK", ""), "organisation");
    row(IssueCode.REQUIRED_UNREADABLE, ROW.replace("2024-01-01", "2024-02-31"), "start_date");
    row(IssueCode.END_DATE_UNREADABLE, ROW.replace(",,24", ",2024-02-30,24"), "end_date");
    row(IssueCode.CODE_UNKNOWN, ROW.replace("BZK", "XYZ"), "organisation");
    row(IssueCode.END_BEFORE_START, ROW.replace(",,24", ",2023-12-31,24"), "end_date");
    row(IssueCode.HOURS_OUT_OF_RANGE, ROW.replace(",,24", ",,169"), "hours_per_week");
    file(IssueCode.RECORD_UNREADABLE, "l.jsonl", lessons() + "{\"lesson_id\": \"L2\", \n");
    expect(IssueCode.RECORD_UNREADABLE, "l.jsonl|3|", "l.jsonl|3|");
    file(IssueCode.ORPHAN_PAID_HOURS, "p.csv", TABLE);
    file(
        IssueCode.ORPHAN_PAID_HOURS,
        "u.csv",
        DataRoot.HOURS + "P1,2024-02-01,2024-02-29,80\nP9,2024-02-01,2024-02-29,80\n");
    expect(IssueCode.ORPHAN_PAID_HOURS, "u.csv|3|placement_id", "u.csv|3|placement_id");
    root.profile(
        "required_column_missing",
        "{\"proeftuin\":\"required_column_missing\",\"tables\":"
            + "[{\"files\":\"p.csv\",\"entity\":\"placement\"}]}");
    file(IssueCode.REQUIRED_COLUMN_MISSING, "p.csv", TABLE.replace("hours_per_week", "kleur"));
    expect(IssueCode.REQUIRED_COLUMN_MISSING, "p.csv||hours_per_week", "p.csv|2|hours_per_week");
  }

  private void warningsOfRows() {
    row(IssueCode.CODE_READ_AS_UNKNOWN, ROW.replace("temporary", "xyz"), "contract_form");
    row(IssueCode.OPTIONAL_CODE_UNKNOWN, ROW.replace("at_supplier", "xyz"), "route");
    row(IssueCode.TWO_DIGIT_YEAR, ROW.replace(",,24", ",31-12-24,24"), "end_date");
    row(IssueCode.HOURS_HIGH, ROW.replace(",,24", ",,61"), "hours_per_week");
    row(
        IssueCode.ORGANISATION_NOT_VALID,
        ROW.replace("BZK", "LNV").replace("2024-01-01", "2024-09-01"),
        "organisation");
    file(IssueCode.OPTIONAL_UNREADABLE, "p.csv", with("register_from", "2023-01-01", "ooit eens"));
    expect(IssueCode.OPTIONAL_UNREADABLE, "p.csv|3|register_from", null);
    file(IssueCode.DATE_AMBIGUOUS, "p.csv", with("register_from", "", "03/04/2023"));
    expect(IssueCode.DATE_AMBIGUOUS, "p.csv|3|register_from", null);
    file(IssueCode.NUMBER_AMBIGUOUS, "p.csv", TABLE);
    file(IssueCode.NUMBER_AMBIGUOUS, "u.csv", DataRoot.HOURS + "P1,2024-02-01,2024-12-31,1.234\n");
    expect(IssueCode.NUMBER_AMBIGUOUS, "u.csv|2|hours", null);
    file(IssueCode.OVERLAPPING_PAY_PERIODS, "p.csv", TABLE);
    file(
        IssueCode.OVERLAPPING_PAY_PERIODS,
        "u.csv",
        DataRoot.HOURS + "P1,2024-02-01,2024-02-29,80\nP1,2024-02-15,2024-03-14,80\n");
    expect(IssueCode.OVERLAPPING_PAY_PERIODS, "u.csv|3|period_start", null);
    root.file("vanished/2024-06-30/p.csv", TABLE + ROW);
    file(IssueCode.VANISHED, "p.csv", TABLE);
    expect(IssueCode.VANISHED, "p.csv|3|end_date", null);
    file(
        IssueCode.CONTACT_MASKED,
        "l.csv",
        DataRoot.LESSONS + "L1,2024-05-01,running_contract,process,Bel 06-12345678,false\n");
    expect(IssueCode.CONTACT_MASKED, "l.csv|2|text", null);
    file(IssueCode.DUPLICATE_KEY, "p.csv", TABLE + GOOD);
    expect(IssueCode.DUPLICATE_KEY, "p.csv|3|placement_id", null);
  }

  /** What an earlier delivery, or the proeftuin itself, said otherwise. */
  private void changes() {
    root.file("hours_jump/2024-06-30/p.csv", TABLE + ROW);
    row(IssueCode.HOURS_JUMP, ROW.replace(",,24", ",,48"), "hours_per_week");
    root.file("end_date_moved/2024-06-30/p.csv", TABLE + ROW.replace(",,24", ",2024-12-01,24"));
    row(IssueCode.END_DATE_MOVED, ROW.replace(",,24", ",2024-11-30,24"), "end_date");
    root.file("end_date_removed/2024-06-30/p.csv", TABLE + ROW.replace(",,24", ",2024-12-01,24"));
    row(IssueCode.END_DATE_REMOVED, ROW, "end_date");
    file(IssueCode.STATEMENT_DIFFERS, "p.csv", TABLE);
    file(IssueCode.STATEMENT_DIFFERS, "o.csv", "measure,period,value\njobs,2024,1\njobs,2023,3\n");
    expect(IssueCode.STATEMENT_DIFFERS, "o.csv|3|value", null);
  }

  private void oddRecords() {
    row(IssueCode.QUOTE_STRAY, ROW.replace("K-P2", "K\"P2"), "person_id");
    row(IssueCode.QUOTE_UNTERMINATED, ROW.replace("K-P2", "\"K-P2"), "person_id");
    file(IssueCode.ROW_TOO_SHORT, "p.csv", TABLE + ROW.replace(",,24", ""));
    expect(IssueCode.ROW_TOO_SHORT, "p.csv|3|", null);
    row(IssueCode.ROW_TOO_LONG, ROW.replace(",,24", ",,24,25"), "");
    row(IssueCode.DELIMITER_DIFFERS, ROW.replace(',', ';'), "");
    byte[] bytes =
        ("\u00ef\u00bb\u00bf" + TABLE + ROW.replace("K-", "K\u00c3("))
            .getBytes(StandardCharsets.ISO_8859_1);
    root.file("undecodable_bytes/2024-12-31/p.csv", bytes);
    expect(IssueCode.UNDECODABLE_BYTES, "p.csv|3|", null);
  }

  private void tables() {
    file(IssueCode.TABLE_NOT_RECOGNISED, "p.csv", "kleur,maat\nrood,42\n");
    expect(IssueCode.TABLE_NOT_RECOGNISED, "p.csv||", null);
    file(IssueCode.COLUMN_AMBIGUOUS, "p.csv", with("Startdatum plaatsing", "2024-01-01", ""));
    expect(IssueCode.COLUMN_AMBIGUOUS, "p.csv||Startdatum plaatsing", null);
    file(IssueCode.COLUMN_DUPLICATE, "p.csv", with("start_date", "2024-01-01", ""));
    expect(IssueCode.COLUMN_DUPLICATE, "p.csv||start_date", null);
    file(IssueCode.SECOND_TABLE, "p.csv", TABLE);
    file(
        IssueCode.SECOND_TABLE,
        "u.csv",
        DataRoot.HOURS
            + "P1,2024-02-01,2024-02-29,80\nP1,2024-03-01,2024-03-31,80\n"
            + "\nTellingen\nmeasure,period,value,organisation\n"
            + "jobs,2024,3,BZK\npersons,2024,2,BZK\n");
    expect(IssueCode.SECOND_TABLE, "u.csv|6|", null);
    file(IssueCode.COLUMN_NOT_RECOGNISED, "p.csv", with("kleur", "rood", "blauw"));
    expect(IssueCode.COLUMN_NOT_RECOGNISED, "p.csv||kleur", null);
    file(
        IssueCode.COLUMN_STYLE_DECIDED, "p.csv", with("register_from", "13/04/2023", "03/04/2023"));
    expect(IssueCode.COLUMN_STYLE_DECIDED, "p.csv||register_from", null);
    file(IssueCode.NOT_JUDGED, "p.csv", TABLE.replace(",end_date", "").replace(",,24", ",24"));
    expect(IssueCode.NOT_JUDGED, "p.csv||end_date", null);
    file(IssueCode.LINK_DROPPED, "p.csv", with("link_surname", "Jansen", "Pieters"));
    expect(IssueCode.LINK_DROPPED, "p.csv||", null);
    file(IssueCode.FOOTER_FOUND, "p.csv", TABLE + ROW + "\nBron: het eigen systeem\n");
    expect(IssueCode.FOOTER_FOUND, "p.csv|5|", null);
    file(IssueCode.FILE_TYPE_UNKNOWN, "toelichting.pdf", "%PDF-1.7\n%\n");
    expect(IssueCode.FILE_TYPE_UNKNOWN, "toelichting.pdf||", null);
    file(IssueCode.FILE_EMPTY, "p.csv", "");
    expect(IssueCode.FILE_EMPTY, "p.csv||", null);
    file(IssueCode.VALUES_OUTSIDE_RECORDS, "p.json", "{\"versie\":1,\"records\":[{\"a\":\"x\"}]}");
    expect(IssueCode.VALUES_OUTSIDE_RECORDS, "p.json||", null);
  }

  private void workbooks() {
    String error = "< t=\"e\"><v>#N/A</v>";
    root.file(
        "error_cell/2024-12-31/p.xlsx",
        Sheets.workbook("", TABLE + ROW.replace(",,24", "," + error + ",24"), 0));
    expect(IssueCode.ERROR_CELL, "p.xlsx|3|end_date", null);
    String formula = "<><f>1+1</f>";
    root.file(
        "formula_without_value/2024-12-31/p.xlsx",
        Sheets.workbook("", TABLE + ROW.replace(",,24", "," + formula + ",24"), 0));
    expect(IssueCode.FORMULA_WITHOUT_VALUE, "p.xlsx|3|end_date", null);
    root.file(
        "hidden_sheet/2024-12-31/p.xlsx", Sheets.workbook("state=\"hidden\"", TABLE + ROW, 0));
    expect(IssueCode.HIDDEN_SHEET, "p.xlsx|1|", null);
    root.file("hidden_rows/2024-12-31/p.xlsx", Sheets.workbook("", TABLE + ROW, 3));
    expect(IssueCode.HIDDEN_ROWS, "p.xlsx|3|", null);
    String prose = "Dit werkblad licht de tellingen toe.\nEr staat geen tabel in.\n";
    root.file("no_table/2024-12-31/p.xlsx", Sheets.workbook("", prose, 0));
    expect(IssueCode.NO_TABLE, "p.xlsx||", null);
  }

  private void refusals() throws IOException {
    byte[] good = DataRoot.bytes(TABLE);
    file(IssueCode.BSN_FOUND, "p.csv", TABLE.replace("K-P1", DataRoot.bsn(123_000_000)));
    expect(IssueCode.BSN_FOUND, "p.csv||person_id", null);
    Files.createDirectories(root.path("file_unreadable/2024-12-31"));
    Files.createSymbolicLink(
        root.path("file_unreadable/2024-12-31/p.csv"), folder.resolve("nowhere"));
    expect(IssueCode.FILE_UNREADABLE, "p.csv||", null);
    byte[] gz = DataRoot.gzip(good);
    root.file("file_truncated/2024-12-31/p.csv.gz", Arrays.copyOf(gz, gz.length / 2));
    expect(IssueCode.FILE_TRUNCATED, "p.csv.gz/p.csv||", null);
    byte[] zip = DataRoot.zip(Map.of("p.csv", good));
    root.file("file_password/2024-12-31/p.zip", DataRoot.locked(zip));
    expect(IssueCode.FILE_PASSWORD, "p.zip/p.csv||", null);
    byte[] nested = zip;
    for (int i = 0; i < 5; i++) {
      nested = DataRoot.zip(Map.of("z.zip", nested));
    }
    root.file("archive_bomb/2024-12-31/p.zip", nested);
    expect(IssueCode.ARCHIVE_BOMB, "p.zip/z.zip/z.zip/z.zip||", null);
    root.file("archive_path/2024-12-31/p.zip", DataRoot.zip(Map.of("../p.csv", good)));
    expect(IssueCode.ARCHIVE_PATH, "p.zip||", null);
    // unlike any other, which would be known already and not be read
    file(IssueCode.FILE_CHANGED, "p.csv", TABLE + "\n \n");
    expect(IssueCode.FILE_CHANGED, "p.csv||", null);
    file(IssueCode.PROEFTUIN_UNKNOWN, "p.csv", TABLE);
    expect(IssueCode.PROEFTUIN_UNKNOWN, "||", null);
    root.file("delivery_name/vorige week/p.csv", TABLE);
    expect(IssueCode.DELIVERY_NAME, "||", null);
    file(IssueCode.FILE_TOO_COMPLEX, "p.json", "[".repeat(5000));
    expect(IssueCode.FILE_TOO_COMPLEX, "p.json||", null);
    Files.createDirectories(root.path("delivery_empty/2024-12-31"));
    expect(IssueCode.DELIVERY_EMPTY, "||", null);
  }

  /** A table whose second row, on line 3, has the mistake. */
  private void row(IssueCode code, String row, String field) {
    file(code, "p.csv", TABLE + row);
    boolean error = code.severity() == Severity.ERROR;
    expect(code, "p.csv|3|" + field, error ? "p.csv|3|" + field : null);
  }

  /** A table of two rows with one more column. */
  private static String with(String column, String first, String second) {
    return DataRoot.PLACEMENTS.replace("\n", "," + column + "\n")
        + GOOD.replace("\n", "," + first + "\n")
        + ROW.replace("\n", "," + second + "\n");
  }

  private static String lessons() {
    return "{\"lesson_id\":\"L1\",\"date\":\"2024-05-01\",\"phase\":\"running_contract\","
        + "\"theme\":\"process\",\"text\":\"Een les\"}\n"
        + "{\"lesson_id\":\"L3\",\"date\":\"2024-05-01\",\"phase\":\"running_contract\","
        + "\"theme\":\"process\",\"text\":\"Een les\"}\n";
  }

  private void file(IssueCode code, String name, String content) {
    root.file(code.code() + "/2024-12-31/" + name, content);
  }

  private void expect(IssueCode code, String place, String quarantined) {
    cases.add(new Case(code, place, quarantined));
  }

  private Settings settings() {
    return root.settings("local[1]");
  }
}
