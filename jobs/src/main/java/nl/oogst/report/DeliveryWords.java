package nl.oogst.report;

import nl.oogst.model.Dutch;

/** What a delivery is called on a page, and where its section is. */
final class DeliveryWords {
  private DeliveryWords() {}

  /** The name of a delivery: its date in words, and what its folder says besides. */
  static String title(Delivered delivered) {
    String folder = Shown.text(delivered.folder());
    if (delivered.date() == null) {
      return folder;
    }
    String date = Dutch.inWords(delivered.date());
    return folder.length() == 10 ? date : date + " (" + folder + ")";
  }

  /** A name for the section, unique on the page and made of plain signs only. */
  static String anchor(int number) {
    return "levering-" + number;
  }
}
