package nl.oogst.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Turns a delivery into the files of its form. */
final class DeliveryFiles {
  private DeliveryFiles() {}

  static List<Written> write(Delivery delivery) {
    Proeftuin proeftuin = delivery.proeftuin();
    Style style = Style.of(proeftuin);
    String day = delivery.day().toString();
    String note = "SYNTHETISCHE GEGEVENS, " + proeftuin.name() + ", stand per " + day;
    var files = new ArrayList<Written>();
    switch (style.form()) {
      case XLSX ->
          files.add(
              XlsxForm.write(
                  "overzicht_" + day + ".xlsx",
                  delivery.sheets(),
                  note,
                  proeftuin.wording() == Wording.SYSTEM));
      case ZIP -> files.add(zip("export_" + day + ".zip", delivery, style, note));
      case GZIP -> {
        for (Sheet sheet : delivery.sheets()) {
          String name = sheet.name() + ".csv";
          Written csv = CsvForm.write(name, sheet, style, note);
          files.add(
              new Written(
                  name + ".gz", Archives.gzip(csv.bytes()), inside(name + ".gz", csv.places())));
        }
      }
      case JSON ->
          delivery
              .sheets()
              .forEach(
                  sheet -> files.add(JsonForm.wrapped(sheet.name() + ".json", sheet, note, day)));
      case JSON_LINES -> {
        String end = proeftuin.hasProfile() ? ".jsonl" : ".ndjson";
        delivery.sheets().forEach(sheet -> files.add(JsonForm.lines(sheet.name() + end, sheet)));
      }
      case EXCEL_CSV, BOM_CSV, TSV, CANONICAL, LABELS -> {
        for (Sheet sheet : delivery.sheets()) {
          files.add(CsvForm.write(fileName(proeftuin, sheet, day), sheet, style, note));
        }
      }
    }
    return files;
  }

  private static String fileName(Proeftuin proeftuin, Sheet sheet, String day) {
    return switch (proeftuin.form()) {
      case TSV -> sheet.name() + (proeftuin.wording() == Wording.OWN ? ".txt" : ".tsv");
      case EXCEL_CSV -> sheet.name() + " " + day.substring(0, 7) + ".csv";
      case CANONICAL -> sheet.name() + ".csv";
      default -> sheet.name() + "_" + day.replace("-", "") + ".csv";
    };
  }

  private static Written zip(String name, Delivery delivery, Style style, String note) {
    var entries = new LinkedHashMap<String, byte[]>();
    var places = new ArrayList<Written.Place>();
    for (Sheet sheet : delivery.sheets()) {
      Written csv = CsvForm.write(sheet.name() + ".csv", sheet, style, note);
      entries.put(csv.name(), csv.bytes());
      places.addAll(inside(name, csv.places()));
    }
    return new Written(name, Archives.zip(entries), places);
  }

  /** Places in an inner file, with the archive before its name. */
  private static List<Written.Place> inside(String archive, List<Written.Place> places) {
    return places.stream()
        .map(
            place ->
                new Written.Place(
                    archive + "/" + place.file(),
                    "",
                    place.line(),
                    place.record(),
                    place.mistake()))
        .toList();
  }
}
