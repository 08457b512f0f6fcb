package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The 28 proeftuinen of the sample, two rounds of 18 and 10. All of them are made up. */
final class Proeftuinen {
  // id | name | category | phase | round | organisation[>after 2024-07-02] | start | end | jobs
  // | route | planted practice from | form | wording | paid hours | rhythm | habits
  private static final String TABLE =
      """
      bzk-ict-inhuur|ICT-inhuur digitale dienst|ICT-inhuur|new_tender|1|BZK|2018-02-01||78|shared_role|start|XLSX|OWN|month|half|planned archive lessons statements
      bzk-vastgoed|Onderhoud rijksvastgoed|Vastgoedonderhoud|running_contract|1|BZK>VRO|2018-03-01||44|at_supplier||ZIP|OWN|four_weeks|half|archive indicators
      az-catering|Catering kabinetsgebouw|Catering|running_contract|1|AZ|2018-04-15||9|at_supplier||LABELS|LABELS|none|year|lessons shares=szw-catering
      bz-vertalingen|Vertalen en tolken|Vertaaldiensten|internal_organisation|1|BZ|2018-03-01||16|indirect||CANONICAL|CANONICAL|month|year|practices indicators
      def-schoonmaak|Schoonmaak kazernes|Schoonmaak|running_contract|1|Def|2018-02-15||82|at_supplier||EXCEL_CSV|OWN|four_weeks|half|archive statements remark
      def-logistiek|Logistiek en magazijnen|Logistiek|supplier_cooperation|1|Def|2018-05-01||64|co_creation|start|GZIP|SYSTEM|month|half|archive
      ezk-digitalisering|Digitalisering van dossiers|Digitalisering|new_tender|1|EZK>EZ|2018-06-01||38|indirect|start|XLSX|SYSTEM|month|half|lessons archive
      ezk-energieadvies|Energieadvies|Organisatieadvies|internal_organisation|1|EZK>KGG|2018-09-01||18|shared_role||JSON_LINES|CANONICAL|none|year|noprofile archive
      fin-drukwerk|Drukwerk en post|Drukwerk|running_contract|1|Fin|2018-01-15|2022-12-31|30|at_supplier||EXCEL_CSV|OWN|month|half|lessons remark
      fin-klantcontact|Klantcontact en telefonie|Klantcontact|new_tender|1|Fin|2018-04-01||66|at_supplier|start|JSON|SYSTEM|month|half|delta indicators
      ienw-groenvoorziening|Groenvoorziening langs wegen|Groenvoorziening|running_contract|1|IenW|2018-02-01||76|at_supplier||TSV|OWN|month|half|links archive planned
      ienw-organisatieadvies|Interim en organisatieadvies|Organisatieadvies|supplier_cooperation|1|IenW|2018-05-15||22|co_creation|2019-09-01|LABELS|LABELS|none|year|lessons practices late archive
      ienw-archief|Archief en documentbeheer|Digitalisering|internal_organisation|1|IenW|2018-07-01||34|indirect||CANONICAL|CANONICAL|four_weeks|half|stops=2024-02-01 archive
      jenv-beveiliging|Beveiliging van gebouwen|Beveiliging|running_contract|1|JenV|2018-03-15||70|at_supplier|2020-07-01|EXCEL_CSV|OWN|month|half|peildatum archive lessons statements
      jenv-opvanglocaties|Huismeesters opvanglocaties|Facilitaire diensten|supplier_cooperation|1|JenV>AenM|2018-08-01||40|shared_role||GZIP|SYSTEM|none|year|delta
      lnv-natuurbeheer|Natuurbeheer en terreinen|Groenvoorziening|new_tender|1|LNV>LVVN|2018-06-15||46|co_creation||ZIP|OWN|four_weeks|half|delta lessons indicators
      lnv-laboratorium|Laboratoriumdiensten|Laboratorium|new_tender|1|LNV>LVVN|2018-10-01||20|at_supplier|start|BOM_CSV|SYSTEM|month|year|statements fullhours
      ocw-ict-onderwijs|ICT-beheer onderwijsdiensten|ICT-beheer|supplier_cooperation|1|OCW|2018-09-01||36|shared_role||JSON|SYSTEM|none|half|lessons archive
      szw-onderzoek|Onderzoek en advies|Onderzoek|new_tender|2|SZW|2018-11-01|2024-06-30|14|indirect||XLSX|LABELS|month|year|noprofile lessons practices
      szw-catering|Catering en banqueting|Catering|running_contract|2|SZW|2018-11-15||48|at_supplier||BOM_CSV|LABELS|four_weeks|year|noprofile links archive
      vws-zorglogistiek|Zorglogistiek en magazijn|Logistiek|new_tender|2|VWS|2018-12-01||62|co_creation|start|XLSX|OWN|month|quarter|archive indicators
      vws-communicatie|Communicatie en opmaak|Communicatie|internal_organisation|2|VWS|2018-11-01|2021-12-31|15|indirect||EXCEL_CSV|LABELS|none|half|noprofile lessons
      ocw-verhuizingen|Verhuizingen|Logistiek|supplier_cooperation|2|OCW|2019-01-15|2023-06-30|28|at_supplier|2020-07-01|TSV|SYSTEM|month|year|late
      bzk-schoonmaak|Schoonmaak kantoren|Schoonmaak|running_contract|2|BZK|2019-02-01||40|at_supplier||BOM_CSV|OWN|none|half|shares=def-schoonmaak lessons archive
      fin-ict-beheer|ICT-beheer en werkplekken|ICT-inhuur|new_tender|2|Fin|2018-12-15||32|shared_role|start|CANONICAL|CANONICAL|month|half|shares=bzk-ict-inhuur statements archive
      jenv-wasserij|Wasserij en textiel|Wasserij|internal_organisation|2|JenV|2019-03-01||42|at_supplier|2020-01-01|LABELS|LABELS|month|half|stops=2023-08-01 lessons remark
      ienw-groen-vaarwegen|Groen langs vaarwegen|Groenvoorziening|running_contract|2|IenW|2018-11-01||30|at_supplier||JSON_LINES|SYSTEM|month|year|links shares=ienw-groenvoorziening lessons archive
      vws-kantoormeubilair|Circulair kantoormeubilair|Kantoormeubilair|supplier_cooperation|2|VWS|2019-04-01||18|co_creation|start|LABELS|LABELS|none|year|practices indicators
      """;

  private Proeftuinen() {}

  /** The first {@code count} proeftuinen; beyond 28 they come round again under other ids. */
  static List<Proeftuin> create(int count, double scale) {
    List<String> lines = TABLE.lines().toList();
    var result = new ArrayList<Proeftuin>();
    for (int i = 0; i < count; i++) {
      int lap = i / lines.size();
      result.add(parse(lines.get(i % lines.size()), lap == 0 ? "" : "-" + (lap + 1), scale));
    }
    return List.copyOf(result);
  }

  private static Proeftuin parse(String line, String suffix, double scale) {
    List<String> f = List.of(line.split("\\|", -1));
    String id = f.get(0) + suffix;
    LocalDate start = LocalDate.parse(f.get(6));
    Set<String> habits = new TreeSet<>(List.of(f.get(15).split(" ", -1)));
    String shares = argument(habits, "shares=");
    String stops = argument(habits, "stops=");
    int jobs = Math.max(1, (int) (Integer.parseInt(f.get(8)) * scale + 0.5));
    var rng = Rng.of(11, "register", id);
    // value per job: jobs are a small share of what a contract costs
    long value = 1000L * jobs * rng.between(38, 130);
    return new Proeftuin(
        id,
        f.get(1) + " (synthetisch)",
        f.get(2),
        f.get(3),
        Integer.parseInt(f.get(4)),
        List.of(f.get(5).split(">", -1)),
        start,
        f.get(7).isEmpty() ? null : LocalDate.parse(f.get(7)),
        jobs,
        f.get(9),
        planted(f.get(10), start),
        Form.valueOf(f.get(11).toUpperCase(Locale.ROOT)),
        Wording.valueOf(f.get(12)),
        f.get(13),
        f.get(14),
        stops == null ? null : LocalDate.parse(stops),
        shares == null ? null : shares + suffix,
        habits,
        value,
        value / 20 / 500 * 500);
  }

  private static LocalDate planted(String text, LocalDate start) {
    return switch (text) {
      case "" -> null;
      case "start" -> start;
      default -> LocalDate.parse(text);
    };
  }

  private static String argument(Set<String> habits, String key) {
    for (String habit : habits) {
      if (habit.startsWith(key)) {
        return habit.substring(key.length());
      }
    }
    return null;
  }
}
