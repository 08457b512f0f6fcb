package nl.oogst.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Schemas;
import nl.oogst.release.OutputFailure;

/** Writes the feedback pages: one for each proeftuin, as HTML and as CSV, and an overview. */
public final class FeedbackPages {
  private static final String OVERVIEW = "index";

  private final Schemas schemas;
  private final FeedbackViews views;
  private final Templates templates = new Templates();

  public FeedbackPages(Schemas schemas) {
    this.schemas = schemas;
    this.views = new FeedbackViews(schemas);
  }

  /**
   * Writes all pages. Each appears whole or not at all; pages of other proeftuinen that are there
   * already stay.
   *
   * @param folder made when it is missing
   * @return the page of each proeftuin, by id
   * @throws OutputFailure when one cannot be written, in words
   */
  public Map<String, Path> write(List<Feedback> all, Path folder) throws OutputFailure {
    Map<String, Path> pages = new LinkedHashMap<>();
    Map<String, Feedback> entries = new LinkedHashMap<>();
    try {
      PageFile.createFolder(folder);
      for (Feedback feedback : all) {
        String name = name(feedback);
        Path page = folder.resolve(name + ".html");
        PageFile.write(folder.resolve(name + ".csv"), new FeedbackCsv(schemas).of(feedback));
        PageFile.write(page, html(feedback));
        pages.put(feedback.id(), page);
        entries.put(name + ".html", feedback);
      }
      if (all.size() > 1) {
        PageFile.write(folder.resolve(OVERVIEW + ".html"), overview(entries));
      }
    } catch (IOException e) {
      throw OutputFailure.of("write the feedback pages in", folder, e);
    }
    return pages;
  }

  String html(Feedback feedback) {
    return templates.fill(
        "feedback.ftlh", Map.of("page", views.page(feedback, name(feedback) + ".csv")));
  }

  String csv(Feedback feedback) {
    return new FeedbackCsv(schemas).of(feedback);
  }

  String overview(Map<String, Feedback> byPage) {
    return templates.fill("overview.ftlh", Map.of("page", views.overview(byPage)));
  }

  /** The name of the overview is taken. */
  private static String name(Feedback feedback) {
    return feedback.id().equalsIgnoreCase(OVERVIEW) ? feedback.id() + "_" : feedback.id();
  }
}
