package nl.oogst.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The code lists as far as the sample uses them, each code in every wording. */
final class Words {
  static final List<String> SCHEMES = List.of("utrecht_new", "rijnvicus", "rijk_maatwerk");

  // list | code | Dutch label | spreadsheet | system
  private static final String TABLE =
      """
      attributions|rijk_employment|In dienst bij het Rijk|in dienst Rijk|R1
      attributions|rijk_hiring|Inleen bij het Rijk|ingeleend|R2
      attributions|supplier|Bij de leverancier|bij opdr.nemer|L1
      attributions|indirect|Indirect|via soc. inkoop|I1
      routes|at_supplier|Bij de leverancier|lev.|1
      routes|co_creation|Co-creatie|samen|2
      routes|shared_role|Gedeelde rol|gedeeld|3
      routes|indirect|Indirect|indirect|4
      phases|new_tender|Nieuwe aanbesteding|nieuw|N
      phases|running_contract|Lopend contract|lopend|L
      phases|internal_organisation|Interne organisatie|intern|I
      phases|supplier_cooperation|Samenwerking met de leverancier|lev.samenwerking|S
      contract_forms|permanent|Vast|onbep. tijd|VAST
      contract_forms|temporary|Tijdelijk|bep. tijd|TIJD
      contract_forms|agency|Uitzendkracht|UITZ|UITZ
      contract_forms|secondment|Detachering|detach.|DET
      contract_forms|apprenticeship|Leerwerkplek|BBL-plek|LEER
      contract_forms|internship|Stage|stage|STAGE
      contract_forms|work_experience|Werkervaringsplaats|WEP|WEP
      contract_forms|unknown|Onbekend|onb.|ONB
      target_groups|participatiewet|Participatiewet|P-wet|10
      target_groups|ww|WW|WW-er|11
      target_groups|wia|WIA|WIA|12
      target_groups|wga|WGA|WGA|13
      target_groups|waz|WAZ|WAZ|14
      target_groups|wajong|Wajong|Wajong|15
      target_groups|wsw|Wsw|SW|16
      target_groups|ioaw|IOAW|IOAW|17
      target_groups|ioaz|IOAZ|IOAZ|18
      target_groups|nugger|Nuggers|nugger|19
      target_groups|early_school_leaver|Voortijdig schoolverlater|VSV|20
      target_groups|bol_bbl|Mbo-leerling|mbo-leerling|21
      target_groups|vso_pro|PrO/VSO|vso of pro|22
      target_groups|status_holder|Statushouder|statush.|23
      target_groups|migration_background|Migratieachtergrond|migr.|24
      target_groups|ex_offender|Ex-gedetineerde|ex-ged.|25
      target_groups|top_athlete|Topsporter|topsport|26
      target_groups|other|Anders|overig|98
      target_groups|unknown|Onbekend|onb.|99
      register_grounds|participatiewet|Participatiewet|P-wet|A
      register_grounds|praktijkroute|Praktijkroute|prakt.route|AP
      register_grounds|wsw|Wsw|SW|B
      register_grounds|wajong|Wajong|Wajong|C
      register_grounds|vso_pro|PrO/VSO|vso of pro|D
      register_grounds|wiw_id|WIW/ID-baan|id-baan|W
      register_grounds|study_limitation|Studiebeperking|lid 2|L2
      register_grounds|own_request|Eigen verzoek|eigen aanvr.|E
      register_grounds|beschut_werk|Beschut werk|beschut|X
      register_grounds|none|Geen|niet in DGR|0
      register_grounds|unknown|Onbekend|onb.|9
      end_reasons|regular_job|Reguliere baan|andere baan|E1
      end_reasons|contract_expired|Contract afgelopen|afgelopen|E2
      end_reasons|dismissed|Ontslagen|ontslag wg|E3
      end_reasons|resigned|Zelf ontslag genomen|zelf weg|E4
      end_reasons|illness|Ziekte|ziek|E5
      end_reasons|programme_completed|Traject afgerond|traject klaar|E6
      end_reasons|pension|Pensioen|AOW|E7
      end_reasons|deceased|Overleden|overl.|E8
      end_reasons|administrative|Administratief|adm.|E9
      end_reasons|unknown|Onbekend|onb.|E0
      valuation_schemes|utrecht_new|Utrecht nieuw|blok U|VU
      valuation_schemes|rijnvicus|Bouwblokken Rijnvicus|blok R|VR
      valuation_schemes|rijk_maatwerk|Maatwerk|eigen waardering|VM
      lesson_kinds|insight|Inzicht|inzicht!|1
      lesson_kinds|challenge|Knelpunt|lastig|2
      lesson_kinds|tip|Tip|tip!|3
      themes|process|Proces|hoe we werken|PR
      themes|procurement|Inkoop|de inkoop|IN
      themes|stakeholders|Interne stakeholders|interne mensen|ST
      themes|suppliers|Leverancier|de lev.|LE
      themes|candidates|Kandidaten|de kandidaten|KA
      themes|guidance|Begeleiding|begeleiden|BE
      themes|contract_management|Contractmanagement|contractbeheer|CM
      themes|monitoring|Monitoring|cijfers|MO
      themes|law_and_rules|Wet- en regelgeving|regels|WR
      themes|communication|Communicatie|vertellen|CO
      roles|client|Opdrachtgever|OG|OG
      roles|buyer|Inkoper|ink.|IK
      roles|contract_manager|Contractmanager|CM|CM
      roles|category_manager|Categoriemanager|CatM|CA
      roles|hr_adviser|HR-adviseur|HR|HR
      roles|supplier|Leverancier|lev.|LV
      roles|candidate_coach|Jobcoach|coach|JC
      roles|adviesteam|Adviesteam SR|adviesteam|AT
      statement_measures|jobs|Aantal plaatsingen|plaatsingen tot.|ST1
      statement_measures|persons|Aantal personen|mensen tot.|ST2
      statement_measures|fte|Aantal fte|fte tot.|ST3
      indicators|satisfaction_candidate|Tevredenheid kandidaten|cijfer kand.|KPI1
      indicators|satisfaction_supplier|Tevredenheid leveranciers|cijfer lev.|KPI2
      indicators|guidance_hours_per_person|Begeleidingsuren per persoon|uren begel. p.p.|KPI3
      indicators|job_coach_share|Aandeel met jobcoach|jobcoach ja/nee|KPI4
      indicators|training_completed_share|Aandeel opleiding afgerond|opl. klaar|KPI5
      """;

  private static final Map<String, Map<String, List<String>>> LISTS = parse();

  private Words() {}

  private static Map<String, Map<String, List<String>>> parse() {
    var lists = new LinkedHashMap<String, Map<String, List<String>>>();
    for (String line : TABLE.lines().toList()) {
      List<String> parts = List.of(line.split("\\|", -1));
      lists
          .computeIfAbsent(parts.get(0), list -> new LinkedHashMap<>())
          .put(parts.get(1), parts.subList(1, parts.size()));
    }
    return lists;
  }

  static String word(String list, String code, int column) {
    Map<String, List<String>> words = LISTS.get(list);
    return words == null || !words.containsKey(code) ? code : words.get(code).get(column);
  }

  /** Code to word in one wording, or empty where the list has no words of its own. */
  static Map<String, String> words(String list, Wording wording) {
    var result = new LinkedHashMap<String, String>();
    for (String code : LISTS.getOrDefault(list, Map.of()).keySet()) {
      result.put(code, wording.word(list, code));
    }
    return result;
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
