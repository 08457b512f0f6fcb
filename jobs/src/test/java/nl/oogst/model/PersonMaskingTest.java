package nl.oogst.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMaskingTest {
  private static final Path SCHEMAS = Path.of(System.getProperty("oogst.root", ".."), "schemas");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Mevrouw Jansen vroeg om een buddy.               | Mevrouw [naam] vroeg om een buddy.
          mevrouw X kwam later                             | mevrouw [naam] kwam later
          dhr. Y de Z heeft gebeld                         | dhr. [naam] heeft gebeld
          mevr. A.B. van der Berg-Smit zei ja              | mevr. [naam] zei ja
          Mw. De Groot en dhr. El Amrani                   | Mw. [naam] en dhr. [naam]
          de heer Van 't Hof belde                         | de heer [naam] belde
          mr. dr. P. Kranenburg adviseert                  | mr. dr. [naam] adviseert
          dhr. BOUWMEESTER is ziek                         | dhr. [naam] is ziek
          J. de Vries tekende                              | [naam] tekende
          J.P. Zwaagstra, inkoper                          | [naam], inkoper
          Th. Op den Kamp tekende                          | [naam] tekende
          Fatima kwam te laat                              | [naam] kwam te laat
          Het lukte dankzij Fatima.                        | Het lukte dankzij [naam].
          Fatima's contract is verlengd                    | [naam]'s contract is verlengd
          Ahmed el Khatabi werkt er nu                     | [naam] werkt er nu
          Piet van der Zandschulp, HR                      | [naam], HR
          Jan-Willem Smits belde met Ayşe Kızılkaya        | [naam] belde met [naam]
          Mark Rozendaal van Defensie                      | [naam] van Defensie
          collega Xaviera hielp                            | collega [naam] hielp
          Jansen van BZK regelde het                       | [naam] van BZK regelde het
          mevrouw Jansen van Defensie                      | mevrouw [naam] van Defensie
          Zij heet Xena Kowalczyk                          | Zij heet [naam]
          Met vriendelijke groet, Xandra Pot               | Met vriendelijke groet, [naam]
          Hij woont op Kerkstraat 12                       | Hij woont op [adres]
          Burgemeester de Monchyplein 1-3 te Den Haag      | [adres] te Den Haag
          Laan van Meerdervoort 123a, bel aan              | [adres], bel aan
          Prins Bernhardlaan 4 B                           | [adres]
          post naar 2511 CV Den Haag                       | post naar [adres]
          post naar 2511CV                                 | post naar [adres]
          post naar 2024 AB Haarlem                        | post naar [adres]
          geboren op 12-03-1985 in Delft                   | geboren op [geboortedatum] in Delft
          geb. 3 maart 1979                                | geb. [geboortedatum]
          geboortedatum: 1985-03-12                        | geboortedatum: [geboortedatum]
          geboren in 1985                                  | geboren in [geboortedatum]
          kandidaat K2034 stopte                           | kandidaat [nummer] stopte
          personeelsnummer 40123                           | personeelsnummer [nummer]
          bel Karin op 06-12345678                         | bel [naam] op [telefoon]
          k.jansen@voorbeeld.nl of BSN 123456782           | [e-mail] of BSN [bsn]
          """)
  void whatLeadsToAPersonIsMasked(String text, String masked) {
    assertThat(PersonMasking.mask(text)).isEqualTo(new TextMasking.Masked(masked, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Het Ministerie van Defensie en dat van Financiën deden mee.",
        "Het Plan van Aanpak van de leverancier is leidend.",
        "De Raad van State en de Tweede Kamer der Staten-Generaal",
        "Maatwerk voor Mensen, een aanpak van het Adviesteam Social Return",
        "Op de Inspiratie en Doe-dag van 7 februari 2019",
        "Wil je meer weten? Toon de pagina. Ben je er al? Door open uit te vragen",
        "Job coaching en een Jobcoach van Groen B.V. Utrecht",
        "In 2023 HR gevraagd, in 2024 SW-bedrijf",
        "De collega's van Inkoop en HR",
        "collega Inkoop keek mee",
        "Mei en juni waren druk. Mark-up van 5 procent.",
        "Arbeidsmarkt 2020, Leerpad 3, Monitoring 12, Financiering 2024",
        "De weg 2 keer gevraagd",
        "10 banen van 25,5 uur, 1.331 uur per jaar",
        "EZK werd EZ en KGG; LNV werd LVVN.",
        "De heer en mevrouw kwamen samen. De heren ook.",
        "Perceel A. Daarna perceel B.",
        "Bijlage C. Het contract",
        "kandidaat 3 stopte, kandidaten 12 en 14 niet",
        "geboren ondernemer",
        "De bakker, de visser en de smit",
        "Rijkswaterstaat Zuid-Nederland en Staatsbosbeheer",
        "i.v.m. ziekte, o.a. bij de Wajong en Participatiewet",
        "Elke leverancier levert een eigen lijst aan. Iris-scan, Amber is een kleur.",
        "SROI 2.0 bij ICT-inhuur"
      })
  void wordsOfTheFieldStay(String text) {
    assertThat(PersonMasking.mask(text)).isEqualTo(new TextMasking.Masked(text, false));
  }

  @Test
  void everyLabelOfTheCodeListsStays() {
    Schemas schemas = Schemas.load(SCHEMAS);
    List<String> labels = new ArrayList<>();
    for (String list :
        List.of(
            "organisations",
            "practices",
            "themes",
            "roles",
            "phases",
            "target_groups",
            "routes",
            "end_reasons",
            "register_grounds")) {
      schemas
          .codelist(list)
          .codes()
          .forEach(
              code -> {
                labels.add(code.label().nl());
                labels.addAll(code.synonyms());
              });
    }
    assertThat(labels).hasSizeGreaterThan(500);
    assertThat(labels)
        .allSatisfy(
            label ->
                assertThat(PersonMasking.mask("We zagen " + label + " vaak.").changed())
                    .as(label)
                    .isFalse());
  }

  @Test
  void nullStaysNull() {
    assertThat(PersonMasking.mask(null)).isEqualTo(new TextMasking.Masked(null, false));
  }

  @Property(tries = 500, seed = "17")
  void maskingTwiceChangesNothingMore(@ForAll String text) {
    var once = PersonMasking.mask(text).text();

    assertThat(PersonMasking.mask(once).text()).isEqualTo(once);
  }
}
