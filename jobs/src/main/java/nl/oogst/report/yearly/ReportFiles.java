package nl.oogst.report.yearly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.release.OutputFailure;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.HtmlPage;
import nl.oogst.report.document.Language;

/** Writes the yearly report of a release and what belongs to it into a folder. */
public final class ReportFiles {
  private final Schemas schemas;
  private final ReleaseTables tables;
  private final Edition.Source source;
  private final int base;

  /**
   * @param publicFolder the public folder of the release
   */
  public ReportFiles(Schemas schemas, Path publicFolder, Edition.Source source) {
    this.schemas = schemas;
    this.tables = PublicFolder.tables(publicFolder);
    this.source = source;
    this.base =
        (int)
            DisclosureRules.load(schemas.root().resolve("rules/disclosure.json"))
                .base("count", "year");
  }

  /** The years with figures, oldest first. */
  public List<Integer> years() {
    return new Edition(Language.NL, source.asOf().getYear(), tables, schemas, source, base)
        .years("jobs_realised", Integer.MAX_VALUE);
  }

  public Document document(int year, Language language) {
    return YearReport.write(new Edition(language, year, tables, schemas, source, base));
  }

  /**
   * Writes the report of a year.
   *
   * @return the files, the report itself first
   */
  public List<Path> write(int year, Language language, Path folder) throws OutputFailure {
    Document document = document(year, language);
    List<Path> files = new ArrayList<>();
    files.add(
        write(
            folder.resolve(language.pick("leerrapportage-", "learning-report-") + year + ".html"),
            HtmlPage.of(document, HtmlPage.Purpose.SCREEN)));
    return files;
  }

  private static Path write(Path file, String text) throws OutputFailure {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw OutputFailure.of("write the report", file, e);
    }
  }
}
