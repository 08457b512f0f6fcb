package nl.oogst.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Schemas schemas;

  KindViews(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The groups of a delivery: what must change, what is worth a look, what is good to know. */
  List<FeedbackView.Group> groups(Delivered delivered, Delivered before, String anchor) {
    List<FeedbackView.Group> groups = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
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
      case ERROR -> "Deze rijen tellen niet mee. Verbeter ze en lever opnieuw.";
      case WARNING -> "Deze rijen tellen mee. Klopt er iets niet? Verbeter het dan.";
      case INFO -> "Hier hoeft u niets aan te doen.";
    };
  }

  private FeedbackView.Kind kind(
      IssueCode code, IssueTally.Kind kind, Delivered before, String anchor) {
    IssueText text = schemas.issue(code);
    int shown = Math.min(EXAMPLES, kind.examples().size());
    return new FeedbackView.Kind(
        anchor + "-" + code.code().replace('_', '-'),
        code.code(),
        Dutch.count(kind.count()),
        text.explanation().nl(),
        before == null ? null : compared(kind.count(), count(before, code)),
        before == null ? null : trend(kind.count(), count(before, code)),
        fields(kind),
        kind.examples().subList(0, shown).stream().map(this::place).toList(),
        more(kind.count() - shown),
        text.remedy().nl(),
        text.treatment().nl());
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
    return now == before ? "even vaak als vorige keer" : (now > before ? "meer, " : "minder, ") + was;
  }

  private static String more(long rest) {
    return rest <= 0
        ? ""
        : "En nog "
            + Dutch.count(rest)
            + " keer. Het bestand voor Excel noemt er meer, met regelnummer.";
  }

  /** Which fields are concerned, when there are several. */
  private String fields(IssueTally.Kind kind) {
    Map<String, Long> fields = kind.fields();
    if (fields.size() < 2) {
      return "";
    }
    String entity = kind.examples().get(0).entity();
    return fields.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(8)
        .map(field -> label(entity, field.getKey()) + " " + Dutch.count(field.getValue()))
        .collect(Collectors.joining(", ", "In de kolommen: ", fields.size() > 8 ? " en andere." : "."));
  }

  private FeedbackView.Place place(Example example) {
    String file = Shown.text(example.file());
    String sheet = Shown.text(example.sheet());
    return new FeedbackView.Place(
        sheet.isEmpty() ? file : file + ", blad " + sheet,
        example.line() == 0 ? "" : Dutch.count(example.line()),
        label(example.entity(), example.field()),
        found(example),
        Shown.text(example.expected()));
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
