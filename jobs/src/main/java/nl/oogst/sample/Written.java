package nl.oogst.sample;

import java.util.ArrayList;
import java.util.List;

/** A file made of one sheet or more, and where its planted mistakes ended up. */
final class Written {
  private final String name;
  private final byte[] bytes;
  private final List<Place> places;

  Written(String name, byte[] bytes, List<Place> places) {
    this.name = name;
    this.bytes = bytes;
    this.places = List.copyOf(places);
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  List<Place> places() {
    return places;
  }

  /**
   * A mistake at its place.
   *
   * @param file path inside the delivery, with {@code archive/inner} for packed files
   * @param line physical line, or row of a sheet; 0 for a file or delivery
   */
  record Place(String file, String sheet, int line, String record, Mistake mistake) {}

  static List<Place> places(String file, String sheet, int line, Row row) {
    var places = new ArrayList<Place>();
    for (Mistake mistake : row.mistakes()) {
      String record = row.cell("placement_id").text();
      if (record.isEmpty()) {
        record = row.cell("lesson_id").text();
      }
      places.add(new Place(file, sheet, line, record, mistake));
    }
    return places;
  }
}
