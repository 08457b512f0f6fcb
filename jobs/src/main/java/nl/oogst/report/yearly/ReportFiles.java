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
import nl.oogst.report.document.PdfPage;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.TableFiles;

/** Writes the yearly report of a release and what belongs to it into a folder. */
public final class ReportFiles {
  /** Where the report is written, by which it finds what lies outside of it. */
  public enum Place {
    /** A folder of the public folder of the release, which the report stays beside. */
    RELEASE,
    /** Any other folder; what the report leads to is put beside it. */
    ELSEWHERE
  }

  private final Schemas schemas;
  private final Path publicFolder;
  private final Place place;
  private final ReleaseTables tables;
  private final Edition.Source source;
  private final int base;

  /**
   * The reports that a release can give.
   *
   * @param publicFolder the public folder of the release
   * @param place where they are written
   */
  public ReportFiles(Schemas schemas, Path publicFolder, Edition.Source source, Place place) {
    this.schemas = schemas;
    this.publicFolder = publicFolder;
    this.place = place;
    this.tables = PublicFolder.tables(publicFolder);
    this.source = source;
    this.base =
        (int)
            DisclosureRules.load(schemas.root().resolve("rules/disclosure.json"))
                .base("count", "year");
  }

  /** The years with figures, oldest first. */
  public List<Integer> years() {
    return edition(source.asOf().getYear(), Language.NL).years("jobs_realised", Integer.MAX_VALUE);
  }

  /** The year that the report is about when nobody asks for another one. */
  public int lastWholeYear() {
    return source.lastWholeYear();
  }

  public Document document(int year, Language language) {
    return YearReport.write(edition(year, language));
  }

  /** What a report of a year is written from; reports and pages of one release share its tables. */
  public Edition edition(int year, Language language) {
    return new Edition(language, year, tables, schemas, source, base, dictionary(language));
  }

  /** In a release it lies a folder above the report, and may not be written yet. */
  private String dictionary(Language language) {
    String name = dictionaryName(language);
    return switch (place) {
      case RELEASE -> "../" + name;
      case ELSEWHERE -> Files.exists(publicFolder.resolve(name)) ? name : null;
    };
  }

  private static String dictionaryName(Language language) {
    return language.pick("data-dictionary.html", "data-dictionary.en.html");
  }

  /**
   * Writes the report of a year: the page, the same as PDF, its figures as a workbook and as CSV,
   * and outside of the release the data dictionary.
   *
   * @return the files, the page first
   * @throws OutputFailure when a file cannot be written
   */
  public List<Path> write(int year, Language language, Path folder) throws OutputFailure {
    return write(document(year, language), year, language, folder);
  }

  /** As above, of a report that was made before; asks nothing more of the release. */
  public List<Path> write(Document document, int year, Language language, Path folder)
      throws OutputFailure {
    String name = edition(year, language).reportName();
    List<Path> files = new ArrayList<>();
    files.add(
        write(
            folder.resolve(name + ".html"),
            HtmlPage.of(document, HtmlPage.Purpose.SCREEN).getBytes(StandardCharsets.UTF_8)));
    files.add(write(folder.resolve(name + ".pdf"), PdfPage.of(document, source.asOf())));
    files.add(write(folder.resolve(name + ".xlsx"), TableFiles.workbook(document, source.asOf())));
    for (Table table : document.tables()) {
      Path file = folder.resolve(name).resolve(table.id() + ".csv");
      files.add(write(file, TableFiles.csv(table, language)));
    }
    if (place == Place.ELSEWHERE) {
      files.addAll(copyDictionary(folder));
    }
    return files;
  }

  /** In all languages, since each leads to the others. */
  private List<Path> copyDictionary(Path folder) throws OutputFailure {
    List<Path> copies = new ArrayList<>();
    for (Language language : Language.values()) {
      Path dictionary = publicFolder.resolve(dictionaryName(language));
      if (Files.exists(dictionary)) {
        try {
          copies.add(
              write(folder.resolve(dictionaryName(language)), Files.readAllBytes(dictionary)));
        } catch (IOException e) {
          throw OutputFailure.of("read", dictionary, e);
        }
      }
    }
    return copies;
  }

  private static Path write(Path file, byte[] bytes) throws OutputFailure {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return file;
    } catch (IOException e) {
      throw OutputFailure.of("write the report", file, e);
    }
  }
}
