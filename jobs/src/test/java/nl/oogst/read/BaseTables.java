package nl.oogst.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Synthetic tables to pollute. Each is of a kind of its own: mixed quoting with inches and
 * apostrophes, Dutch placements, measurements, and nothing but sentences.
 */
final class BaseTables {
  private BaseTables() {}

  /**
   * A table as it should come back.
   *
   * @param quoted columns that are quoted in the file, needed or not
   */
  record Base(String name, List<String> header, List<List<String>> rows, Set<Integer> quoted) {
    int columns() {
      return header.size();
    }

    /** Header and records. */
    List<List<String>> all() {
      List<List<String>> all = new ArrayList<>();
      all.add(header);
      all.addAll(rows);
      return all;
    }
  }

  static List<Base> all(int rows) {
    return List.of(shop(rows), placements(rows), measurements(rows), sentences(rows));
  }

  /**
   * Sales of work wear: dates, times, prices, inches, apostrophes, web addresses, a last column
   * that is empty.
   */
  static Base shop(int count) {
    String[] products = {
      "Men's Waterproof Boots",
      "Werkbank, rond 48\"",
      "Jas",
      "Kids' Helmet, Hooded",
      "Sokken, 3 paar",
      "Broek 32\" lang",
      "Dames  handschoen 8 mm.",
      "Sleutel"
    };
    String[] notes = {
      "Warm, licht en 8'9\" lang; ook voor %d personen.",
      "Deze schoen houdt de voet droog: %d uur lang, zonder dat hij zwaar wordt.",
      "Best of both: light and \"quick\", even when wet.",
      "Past bij alles wat er al is, dus ook bij maat %d."
    };
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%02d/%02d/2018", 13 + i % 15, 1 + i / 15 % 12),
              String.format(Locale.ROOT, "%02d:%02d", i / 4 % 24, i % 4 * 15),
              String.valueOf(i * 7 % 33),
              String.format(Locale.ROOT, "%c%c-%04d", 'A' + i % 26, 'M' + i % 11, 1000 + i * 37),
              String.format(Locale.ROOT, "$%d.%02d", 1 + i * 13 % 90, i * 29 % 100),
              products[i % products.length],
              String.format(Locale.ROOT, notes[i % notes.length], i),
              "https://www.example.org/p/" + (1000 + i * 37) + ".html",
              ""));
    }
    return new Base(
        "shop",
        List.of(
            "DATUM",
            "TIJD",
            "Aantal",
            "CODE",
            "Prijs",
            "Soort",
            "Omschrijving",
            "URL",
            "Opmerking"),
        rows,
        Set.of(6, 7));
  }

  /** What a proeftuin sends: identifiers, codes, dates, decimals with a comma, remarks. */
  static Base placements(int count) {
    String[] forms = {"vast", "tijdelijk", "uitzend", "detachering"};
    String[] suppliers = {
      "Groen & Zn. B.V.", "'t Hoekje", "Schoon, Snel en Co", "De \"Brug\" B.V."
    };
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          List.of(
              "P" + (10_000 + i),
              "K" + (500 + i * 17 % 400),
              i % 3 == 0 ? "IenW" : "BZK",
              suppliers[i % suppliers.length],
              forms[i % forms.length],
              (1 + i % 28) + "-" + (1 + i % 12) + "-2024",
              i % 4 == 0 ? "" : (1 + i % 28) + "-" + (1 + i % 12) + "-2025",
              (16 + i % 20) + (i % 2 == 0 ? ",5" : ""),
              i % 5 == 0 ? "belt, mailt en komt langs" : i % 5 == 1 ? "zei: \"ja\"" : ""));
    }
    return new Base(
        "placements",
        List.of(
            "plaatsing",
            "kandidaat",
            "ministerie",
            "leverancier",
            "contractvorm",
            "begindatum",
            "einddatum",
            "uren per week",
            "opmerking"),
        rows,
        Set.of());
  }

  /** Numbers, hardly a word. */
  static Base measurements(int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          List.of(
              String.format(
                  Locale.ROOT, "2024-%02d-%02dT%02d:00:00", 1 + i % 12, 1 + i % 28, i % 24),
              String.valueOf(i),
              String.format(Locale.ROOT, "%.3f", i * 0.731 - 9),
              String.format(Locale.ROOT, "%.1e", 1.5 + i * 1000),
              i % 9 == 0 ? "" : String.valueOf(i * 31 % 101),
              i % 7 == 0 ? "storing" : "ok"));
    }
    return new Base(
        "measurements",
        List.of("tijdstip", "nummer", "waarde", "spreiding", "telling", "toestand"),
        rows,
        Set.of());
  }

  /** No number anywhere: what a header is must be told from the words. */
  static Base sentences(int count) {
    String[] who = {"werkgever", "jobcoach", "inkoper", "kandidaat", "leidinggevende"};
    String[] what = {
      "Begin op tijd, dan is er ruimte om te wennen.",
      "Spreek af wie belt, en wanneer.",
      "Laat de kandidaat meelopen; dat zegt meer dan een brief.",
      "Zeg \"nee\" als het werk er niet is.",
      "Maak het doel klein en het compliment groot.",
      "Een collega als maatje helpt, ook na de proeftijd.",
      "Vraag door: wat lukt, en wat niet?"
    };
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String letter = "les " + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
      rows.add(
          List.of(
              letter, who[i % who.length], what[i % what.length], i % 3 == 0 ? "" : "ja, vaak"));
    }
    return new Base("sentences", List.of("naam", "rol", "inzicht", "toepasbaar"), rows, Set.of(2));
  }
}
