package nl.oogst.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.oogst.model.Dutch;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.model.IssueText;
import nl.oogst.model.Schemas;
import nl.oogst.model.Severity;

/** Puts kinds of issues in words. */
final class KindViews {
  /** Examples of each kind on a page; the spreadsheet has more. */
  static final int EXAMPLES = 5;

  /** A date is not to be broken at the end of a line. */
  private static final Pattern DATE_HYPHEN = Pattern.compile("(?<=\\d)-(?=\\d)");

  private final Schemas schemas;

  KindViews(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The groups of a delivery: what must change, and what is worth a look. */
  List<FeedbackView.Group> groups(Delivered delivered, Delivered before, String anchor) {
    List<FeedbackView.Group> groups = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      List<FeedbackView.Kind> kinds = new ArrayList<>();
      delivered
          .issues()
          .forEach(
              (code, kind) -> {
                if (code.severity() == severity) {
                  kinds.add(kind(code, kind, before, anchor));
                }
              });
      if (!kinds.isEmpty()) {
        groups.add(new FeedbackView.Group(tone(severity), title(severity), note(severity), kinds));
      }
    }
    return groups;
  }

  /** What is told for information only, with where it stands. */
  List<FeedbackView.Note> notes(Delivered delivered) {
    List<FeedbackView.Note> notes = new ArrayList<>();
    delivered
        .issues()
        .forEach(
            (code, kind) -> {
              if (code.severity() == Severity.INFO) {
                notes.add(
                    new FeedbackView.Note(
                        Dutch.count(kind.count()),
                        schemas.issue(code).explanation().nl(),
                        where(kind)));
              }
            });
    return notes;
  }

  private String where(IssueTally.Kind kind) {
    String places =
        kind.examples().stream()
            .limit(EXAMPLES)
            .map(this::where)
            .distinct()
            .collect(Collectors.joining("; "));
    return kind.count() > EXAMPLES ? places + "; enzovoort" : places;
  }

  private String where(Example example) {
    FeedbackView.Place place = place(example);
    List<String> parts = new ArrayList<>();
    parts.add(place.file().isEmpty() ? "hele levering" : place.file());
    if (!place.line().isEmpty()) {
      parts.add("regel " + place.line());
    }
    if (!place.field().isEmpty()) {
      parts.add("kolom " + place.field());
    }
    return String.join(", ", parts);
  }

  static String tone(Severity severity) {
    return switch (severity) {
      case ERROR -> "must";
      case WARNING -> "look";
      case INFO -> "plain";
    };
  }

  static String title(Severity severity) {
    return switch (severity) {
      case ERROR -> "Moet beter";
      case WARNING -> "Kijk na";
      case INFO -> "Ter informatie";
    };
  }

  private static String note(Severity severity) {
    return switch (severity) {
      case ERROR -> "Dit telt niet mee. Verbeter het en lever opnieuw.";
      case WARNING ->
          "Dit hoeft geen fout te zijn. Kijk of het klopt, en verbeter het als dat niet zo is.";
      case INFO -> "Hier hoeft u niets aan te doen.";
    };
  }

  private FeedbackView.Kind kind(
      IssueCode code, IssueTally.Kind kind, Delivered before, String anchor) {
    IssueText text = schemas.issue(code);
    List<FeedbackView.Place> places =
        kind.examples().stream().limit(EXAMPLES).map(this::place).toList();
    return new FeedbackView.Kind(
        anchor(anchor, code),
        code.code(),
        Dutch.count(kind.count()),
        text.explanation().nl(),
        before == null ? null : compared(kind.count(), count(before, code)),
        before == null ? null : trend(kind.count(), count(before, code)),
        fields(kind),
        kind.count() == places.size()
            ? "Waar dit staat"
            : "Waar dit staat: de eerste " + places.size() + " van " + Dutch.count(kind.count()),
        columns(places),
        places,
        kind.count() == places.size()
            ? ""
            : "De andere staan, met regelnummer, in het bestand voor Excel.",
        text.remedy().nl(),
        text.treatment().nl());
  }

  /** Where a kind of issue is told, within the section of its delivery. */
  static String anchor(String section, IssueCode code) {
    return section + "-" + code.code().replace('_', '-');
  }

  static long count(Delivered delivered, IssueCode code) {
    IssueTally.Kind kind = delivered.issues().get(code);
    return kind == null ? 0 : kind.count();
  }

  private static String trend(long now, long before) {
    return before == 0 ? "new" : now > before ? "more" : now < before ? "less" : "same";
  }

  private static String compared(long now, long before) {
    if (before == 0) {
      return "nieuw, vorige keer niet";
    }
    String was = "vorige keer " + Dutch.count(before);
    return now == before
        ? "even vaak als vorige keer"
        : (now > before ? "meer, " : "minder, ") + was;
  }

  private static FeedbackView.Columns columns(List<FeedbackView.Place> places) {
    return new FeedbackView.Columns(
        places.stream().anyMatch(place -> !place.line().isEmpty()),
        places.stream().anyMatch(place -> !place.field().isEmpty()),
        places.stream().anyMatch(place -> !place.found().isEmpty()),
        places.stream().anyMatch(place -> !place.expected().isEmpty()));
  }

  /** Which fields are concerned, when there are several. */
  private String fields(IssueTally.Kind kind) {
    Map<String, Long> fields = kind.fields();
    if (fields.size() < 2) {
      return "";
    }
    String entity = kind.examples().get(0).entity();
    return fields.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(8)
        .map(field -> label(entity, field.getKey()) + " " + Dutch.count(field.getValue()))
        .collect(
            Collectors.joining(", ", "In de kolommen: ", fields.size() > 8 ? " en andere." : "."));
  }

  private FeedbackView.Place place(Example example) {
    String file = Shown.text(example.file());
    String sheet = Shown.text(example.sheet());
    return new FeedbackView.Place(
        sheet.isEmpty() ? file : file + ", blad " + sheet,
        example.line() == 0 ? "" : Dutch.count(example.line()),
        label(example.entity(), example.field()),
        found(example),
        DATE_HYPHEN.matcher(Shown.text(example.expected())).replaceAll("\u2011"));
  }

  /** Nothing is a finding too: a cell that should have been filled. */
  static String found(Example example) {
    return example.found() != null && example.found().isEmpty()
        ? "(leeg)"
        : Shown.value(example.found());
  }

  /** The Dutch label of a field, or the header as the sender wrote it. */
  String label(String entity, String field) {
    if (field == null) {
      return "";
    }
    return schema(entity)
        .flatMap(schema -> schema.find(field))
        .map(Field::label)
        .map(label -> label.nl())
        .orElseGet(() -> Shown.text(field));
  }

  /** What a kind of record is called. */
  String entity(String entity) {
    return schema(entity).map(schema -> schema.title().nl()).orElse("");
  }

  private Optional<EntitySchema> schema(String entity) {
    return entity == null || entity.isEmpty()
        ? Optional.empty()
        : Optional.of(schemas.entity(entity));
  }
}
