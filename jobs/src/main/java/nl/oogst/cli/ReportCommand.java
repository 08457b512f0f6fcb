package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.oogst.model.Schemas;
import nl.oogst.release.Part;
import nl.oogst.release.ReleaseStore;
import nl.oogst.report.document.Language;
import nl.oogst.report.pages.PageFiles;
import nl.oogst.report.yearly.ReportFiles;
import nl.oogst.run.EarlierReleases;
import nl.oogst.run.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The yearly report, and the pages beside it, from a release that is there. */
@Command(
    name = "report",
    description = "Writes the yearly report (leerrapportage) from a release.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--year",
      paramLabel = "YYYY",
      description = "The year to report on (default: the last whole year of the release).")
  private Integer year;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "nl",
      description = "nl or en (default: ${DEFAULT-VALUE}).")
  private String lang;

  @Mixin private ReleasesOption releases;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "The release to report from (default: the current one).")
  private String release;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the report goes (default: reports/<release> in the output folder).")
  private Path to;

  @Mixin private SchemasOption schemas;

  @Mixin
  @SuppressWarnings("unused") // read by Failures
  private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Language language = language();
    Place.mustBeFolder("--to", to);
    ReleaseStore store = releases.store();
    Path folder = releases.folder();
    String id = release == null ? current(store, folder) : release;
    store.fetch(id, Part.PUBLIC);
    Path published = store.releaseFolder(id);
    if (!Files.isDirectory(published.resolve("public"))) {
      throw new WrongUse("there is no release " + id + " in " + folder + ".");
    }
    ReportFiles files =
        new ReportFiles(
            Schemas.load(schemas.folder()),
            published.resolve("public"),
            EarlierReleases.source(store, id),
            ReportFiles.Place.ELSEWHERE);
    int chosen = year(files);
    Path target = to == null ? folder.resolve("reports").resolve(id) : to;
    PrintWriter console = spec.commandLine().getOut();
    List<Path> written = new ArrayList<>(files.write(chosen, language, target));
    written.add(new PageFiles(files.edition(chosen, language)).write(target));
    if (to == null && store.origin().isPresent()) {
      store.origin().get().put("reports/" + id, target);
    }
    written.forEach(file -> console.println(releases.said(file.toString())));
    return 0;
  }

  private Language language() {
    return switch (lang) {
      case "nl" -> Language.NL;
      case "en" -> Language.EN;
      default -> throw new WrongUse("--lang is '" + lang + "'; expected nl or en.");
    };
  }

  private static String current(ReleaseStore store, Path folder) throws IOException {
    return store
        .current()
        .orElseThrow(
            () ->
                new WrongUse(
                    "there is no release in "
                        + folder
                        + " yet. Make one with 'oogst run', or name the output folder with --out."))
        .releaseId();
  }

  private int year(ReportFiles files) {
    List<Integer> years = files.years();
    int chosen = year == null ? files.lastWholeYear() : year;
    if (!years.contains(chosen)) {
      throw new WrongUse(
          "the release has no figures of "
              + chosen
              + (years.isEmpty()
                  ? "."
                  : "; it has " + years.get(0) + " to " + years.get(years.size() - 1) + "."));
    }
    return chosen;
  }
}
