package nl.oogst.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whose words stand above the columns and in the cells. */
enum Wording {
  /** The contract's own names and codes. */
  CANONICAL(0),
  /** Dutch labels and listed synonyms: read without a profile. */
  LABELS(1),
  /** The words of somebody's spreadsheet: need a profile. */
  OWN(2),
  /** The words of a supplier's system: need a profile. */
  SYSTEM(3);

  private static final Map<String, List<String>> HEADERS = headers();

  private static Map<String, List<String>> headers() {
    // entity.field | Dutch label or synonym | spreadsheet | system
    String table =
        """
        placement.placement_id|Plaatsingsnummer|Plaatsing nr.|MatchKenmerk
        placement.person_id|Kandidaatnummer|Kand.nr.|DeelnemerCode
        placement.contract_id|Contractnummer|Raamovk|OrderNr
        placement.organisation|Ministerie|Min.|KlantCode
        placement.supplier|Leverancier|Opdr.nemer|VendorNaam
        placement.supplier_kvk|KvK-nummer leverancier|KvK opdr.nemer|VendorKvk
        placement.employer|Werkgever|Werkgever (form.)|Loondienst
        placement.employer_kvk|KvK-nummer werkgever|KvK wg.|LoondienstKvk
        placement.attribution|Toerekening|Waar geplaatst|Plek
        placement.route|Invulroute|Hoe ingevuld|Spoorcode
        placement.contract_form|Contractvorm|Dienstverb.|Arbrelatie
        placement.target_group|Doelgroep|Groep|SrCode
        placement.register_ground|Grond doelgroepregister|DGR grondslag|RegCode
        placement.register_from|In register vanaf|DGR sinds|RegBegin
        placement.register_to|In register tot en met|DGR laatste dag|RegSlot
        placement.start_date|Startdatum|Aan het werk per|DtmStart
        placement.end_date|Einddatum|Gestopt per|DtmSlot
        placement.end_reason|Reden einde|Waarom gestopt|SlotCode
        placement.hours_per_week|Uren per week|Uren/wk|WkUren
        placement.value_eur|Waarde (euro)|SR-bedrag|BedragEur
        placement.valuation_scheme|Waarderingsschema|Rekenwijze|Methodiek
        placement.reference_date|Peildatum|Stand d.d.|DtmStand
        placement.link_surname|Achternaam|Naam|DeelnAchternaam
        placement.link_initials|Voorletters|Voorl|DeelnVoorl
        placement.link_birth_date|Geboortedatum|Geb.dat.|DeelnGebDatum
        placement.remark|Kleur map|Opmerking|Memo
        paid_hours.placement_id|Plaatsingsnummer|Plaatsing nr.|MatchKenmerk
        paid_hours.period_start|Periode van|Loontijdvak v.a.|TvkBegin
        paid_hours.period_end|Periode t/m|Loontijdvak t/m dag|TvkSlot
        paid_hours.hours|Verloonde uren|Uren betaald|TvkUren
        indicator.indicator|Indicator|Wat gemeten|KpiCode
        indicator.period|Periode|Over jaar|KpiJaar
        indicator.value|Waarde|Uitslag|KpiWaarde
        indicator.numerator|Teller|Aantal goed|KpiTeller
        indicator.denominator|Noemer|Aantal totaal|KpiNoemer
        practice.practice|Werkwijze|Aanpak nr.|WwCode
        practice.from|In gebruik vanaf|Sinds|WwBegin
        practice.to|In gebruik tot en met|Tot|WwSlot
        practice.phase|Fase|Fase|WwFase
        lesson.lesson_id|Lesnummer|Les nr.|LesKenmerk
        lesson.date|Datum|Opgeschreven op|LesDatum
        lesson.phase|Fase|Fase|LesFase
        lesson.theme|Thema|Gaat over|LesThema
        lesson.kind|Soort les|Soort|LesSoort
        lesson.practice|Werkwijze|Aanpak nr.|LesWw
        lesson.role|Rol|Wie zegt het|LesRol
        lesson.text|Tekst|Wat leerden we|LesTekst
        lesson.publishable|Mag openbaar|Delen?|LesOpenbaar
        statement.measure|Maat|Wat geteld|OpgaveSoort
        statement.period|Periode|Over jaar|OpgaveJaar
        statement.value|Aantal|Hoeveel|OpgaveAantal
        """;
    var headers = new HashMap<String, List<String>>();
    for (String line : table.lines().toList()) {
      List<String> parts = List.of(line.split("\\|", -1));
      headers.put(parts.get(0), parts);
    }
    return Map.copyOf(headers);
  }

  private final int column;

  Wording(int column) {
    this.column = column;
  }

  String header(String entity, String field) {
    return column == 0 ? field : HEADERS.get(entity + "." + field).get(column);
  }

  /** What stands above a column in the first of two header rows. */
  static String group(String entity, String field) {
    if (!entity.equals("placement")) {
      return "Opgave";
    }
    return switch (field) {
      case "placement_id", "organisation", "reference_date" -> "Algemeen";
      case "contract_id", "supplier", "supplier_kvk", "employer", "employer_kvk" -> "Contract";
      case "value_eur", "valuation_scheme" -> "Waarde";
      case "attribution", "route", "contract_form", "start_date", "end_date", "end_reason" ->
          "Werk";
      case "hours_per_week" -> "Werk";
      default -> "Kandidaat";
    };
  }

  /** The word for a code; the code itself where these words have no other. */
  String word(String list, String code) {
    return Words.word(list, code, column);
  }
}
