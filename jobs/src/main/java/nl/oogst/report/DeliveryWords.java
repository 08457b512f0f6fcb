package nl.oogst.report;

import nl.oogst.model.Dutch;

/** What a delivery is called on a page, and where its section is. */
final class DeliveryWords {
  private static final int DATE = "2025-01-31".length();

  private DeliveryWords() {}

  /** The name of a delivery: its date in words, and what its folder says besides. */
  static String title(Delivered delivered) {
    String folder = folder(delivered);
    if (delivered.date() == null) {
      return folder;
    }
    String date = Dutch.inWords(delivered.date());
    return folder.length() == DATE ? date : date + " (" + folder + ")";
  }

  /** The name of its folder, as it may be shown: the date, then what someone wrote behind it. */
  static String folder(Delivered delivered) {
    String folder = delivered.folder();
    return delivered.date() == null || folder.length() <= DATE
        ? Shown.text(folder)
        : folder.substring(0, DATE + 1) + Shown.text(folder.substring(DATE + 1));
  }

  /** A name for the section, unique on the page and made of plain signs only. */
  static String anchor(int number) {
    return "levering-" + number;
  }
}
