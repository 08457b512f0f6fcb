package nl.oogst.normalise;

import nl.oogst.model.Folding;

/** The ways to write in a cell that there is nothing. */
final class Blanks {
  private static final int LONGEST = 24;

  private Blanks() {}

  /** Whether a stripped text says that there is no value: {@code n.v.t.}, {@code -}, {@code ?}. */
  static boolean empty(String text) {
    if (text.isEmpty()) {
      return true;
    }
    if (text.length() > LONGEST) {
      return false;
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9') {
      return false;
    }
    return switch (Folding.fold(text)) {
      case "" -> onlyMarks(text);
      case "nvt",
          "nietvantoepassing",
          "onbekend",
          "nietbekend",
          "nognietbekend",
          "nognietingevuld" ->
          true;
      case "nb",
          "nnb",
          "na",
          "null",
          "nil",
          "none",
          "nan",
          "leeg",
          "geen",
          "geenopgave",
          "unknown" ->
          true;
      case "nietingevuld", "blank", "empty", "notapplicable", "ntb", "volgt" -> true;
      case "onb", "onbek", "tbd", "tba", "volgtnog", "xxx", "nogonbekend", "geengegevens" -> true;
      case "noginvullen", "nogintevullen", "nadertebepalen", "nogtebepalen" -> true;
      default -> false;
    };
  }

  /** Whether a text says that a value exists but is not known. */
  static boolean unsaid(String text) {
    return switch (Folding.fold(text)) {
      case "" -> text.indexOf('?') >= 0;
      case "onbekend", "nietbekend", "nognietbekend", "nb", "nnb", "ntb", "volgt", "unknown" ->
          true;
      case "onb", "onbek", "tbd", "tba", "volgtnog", "nogonbekend" -> true;
      case "noginvullen", "nogintevullen", "nadertebepalen", "nogtebepalen" -> true;
      default -> false;
    };
  }

  /** Whether a text promises a value for later, which is no value and worth asking after. */
  static boolean promised(String text) {
    return switch (Folding.fold(text)) {
      case "ntb", "tbd", "tba", "volgt", "volgtnog", "nadertebepalen", "nogtebepalen" -> true;
      case "noginvullen", "nogintevullen" -> true;
      default -> false;
    };
  }

  /** Whether a text in an end date says that there is no end. */
  static boolean open(String text) {
    return switch (Folding.fold(text)) {
      case "onbepaaldetijd", "onbepaald", "onbep", "onbeptijd", "heden", "lopend", "doorlopend" ->
          true;
      case "looptnog",
          "looptdoor",
          "nogindienst",
          "indienst",
          "open",
          "actief",
          "nognietbeeindigd" ->
          true;
      default -> false;
    };
  }

  private static boolean onlyMarks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("-–—−?./*_~#\u00a0 \"'…".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
