package nl.oogst.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The few deliveries that are refused as a whole, delivered again properly some days later, and the
 * stray files that lie beside good ones.
 */
final class BadDeliveries {
  private static final String BSN_AT = "fin-ict-beheer 2";
  private static final String TRUNCATED_AT = "def-logistiek 1";
  private static final String PDF_AT = "jenv-wasserij 2";
  private static final String EMPTY_AT = "ienw-archief 4";

  private BadDeliveries() {}

  /** What is refused before this delivery comes, or null. */
  static List<Written> refusedBefore(Delivery delivery, List<Written> good) {
    String key = key(delivery);
    if (key.equals(BSN_AT)) {
      return withBsn(delivery);
    }
    if (key.equals(TRUNCATED_AT)) {
      return truncated(good);
    }
    return null;
  }

  /** Files beside the good ones. */
  static List<Written> beside(Delivery delivery) {
    String key = key(delivery);
    if (key.equals(PDF_AT)) {
      byte[] stub =
          "%PDF-1.4\n% SYNTHETISCH: stands for a scanned letter\n%%EOF\n"
              .getBytes(StandardCharsets.US_ASCII);
      return List.of(file("toelichting.pdf", stub, Mistake.UNKNOWN_FILE_TYPE));
    }
    if (key.equals(EMPTY_AT)) {
      return List.of(file("lessons.csv", new byte[0], Mistake.EMPTY_FILE));
    }
    return List.of();
  }

  private static String key(Delivery delivery) {
    return delivery.proeftuin().id() + " " + delivery.number();
  }

  private static Written file(String name, byte[] bytes, Mistake mistake) {
    return new Written(name, bytes, List.of(new Written.Place(name, "", 0, "", mistake)));
  }

  private static List<Written> withBsn(Delivery delivery) {
    var sheets = new ArrayList<Sheet>();
    for (Sheet sheet : delivery.sheets()) {
      sheets.add(sheet.entity().equals("placement") ? bsnColumn(sheet) : sheet);
    }
    var bad =
        new Delivery(
            delivery.proeftuin(),
            delivery.number(),
            delivery.day(),
            delivery.folder(),
            sheets,
            List.of());
    var files = new ArrayList<Written>();
    for (Written written : DeliveryFiles.write(bad)) {
      boolean placements = files.isEmpty();
      files.add(
          placements
              ? file(written.name(), written.bytes(), Mistake.BSN_COLUMN)
              : new Written(written.name(), written.bytes(), List.of()));
    }
    return files;
  }

  private static Sheet bsnColumn(Sheet sheet) {
    var fields = new ArrayList<>(sheet.fields());
    var headers = new ArrayList<>(sheet.headers());
    fields.add("bsn");
    headers.add("BSN");
    var rows = new ArrayList<Row>();
    int number = 0;
    for (Row row : sheet.rows()) {
      Row copy = row.copy();
      copy.set("bsn", Cell.text(syntheticBsn(number++)));
      rows.add(copy);
    }
    return new Sheet(sheet.entity(), sheet.name(), fields, headers, rows);
  }

  /** A number that passes the elfproef, from the range 99999…, which is kept for testing. */
  static String syntheticBsn(int number) {
    int found = -1;
    for (int last = 0; last < 10_000; last++) {
      String text = "99999" + String.valueOf(10_000 + last).substring(1);
      int sum = -(text.charAt(8) - '0');
      for (int i = 0; i < 8; i++) {
        sum += (9 - i) * (text.charAt(i) - '0');
      }
      if (sum % 11 == 0 && ++found == number) {
        return text;
      }
    }
    throw new IllegalArgumentException("no more test numbers after " + found);
  }

  private static List<Written> truncated(List<Written> good) {
    var files = new ArrayList<Written>();
    for (Written written : good) {
      boolean first = files.isEmpty();
      byte[] bytes = written.bytes();
      files.add(
          first
              ? file(
                  written.name(),
                  Arrays.copyOf(bytes, bytes.length * 3 / 5),
                  Mistake.TRUNCATED_GZIP)
              : new Written(written.name(), bytes, List.of()));
    }
    return files;
  }
}
