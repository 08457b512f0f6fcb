package nl.oogst.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people wrote down along the way: invented, but as such notes sound. */
final class Lessons {
  static final List<String> FIELDS =
      List.of(
          "lesson_id", "date", "phase", "theme", "kind", "practice", "role", "text", "publishable");

  // phase | theme | kind | practice | role | text ({cat} is the category)
  private static final String TEXTS =
      """
      new_tender|process|insight|process_agreements_first|buyer|We hebben eerst afgesproken hoe vaak we elkaar zien en wie er beslist. Daarna ging het gesprek over de inhoud veel sneller.
      new_tender|procurement|challenge|clarify_own_situation|buyer|Inschrijvers lazen in het bestek vijf procent, maar niemand wist wat dat voor {cat} betekende. Drie van de vier stelden er een vraag over.
      new_tender|procurement|insight|open_question|buyer|Door open uit te vragen kregen we vier heel verschillende plannen. Dat was lastig beoordelen, maar het beste plan hadden we zelf nooit bedacht.
      new_tender|procurement|tip|plan_judged_on_realism_and_impact|category_manager|Laat een HR-collega meelezen bij het beoordelen. Die prikt zo door een te mooi plan heen.
      new_tender|suppliers|insight|ask_supplier_expectations_of_client|client|De leverancier vroeg ons om vaste werkplekken en een begeleider op de vloer. Daar hadden wij niet aan gedacht.
      new_tender|contract_management|insight|two_sided_contract_agreements|contract_manager|Onze eigen taken staan nu ook in het contract. Bij elk kwartaalgesprek lopen we beide lijstjes langs.
      new_tender|contract_management|tip|two_sided_contract_agreements|contract_manager|Zet bij elke afspraak een naam van beide kanten. Anders wacht iedereen op elkaar.
      new_tender|suppliers|insight|two_sided_contract_agreements|supplier|Nu ook de opdrachtgever iets toezegt, durven wij mensen voor langere tijd aan te nemen.
      running_contract|process|insight|basics_in_order_first|contract_manager|Pas toen de facturen klopten en de klachten weg waren, was er ruimte om over mensen te praten.
      running_contract|suppliers|insight|supplier_entrepreneurship|supplier|Wij kwamen zelf met het idee om een leerlijn {cat} op te zetten. De opdrachtgever zei alleen: doe maar.
      running_contract|stakeholders|challenge|active_client_role|client|De leverancier wil wel, maar wij zijn zelf te traag met toegangspassen en werkplekken.
      running_contract|contract_management|insight|shared_ownership|contract_manager|Sinds we samen een kwartaaloverzicht bijhouden, is het geen lijstje van de leverancier meer maar van ons allebei.
      running_contract|suppliers|tip|varied_fulfilment|contract_manager|Niet elke leverancier kan zelf mensen plaatsen. Een sociale onderaannemer bleek voor {cat} een prima oplossing.
      running_contract|candidates|challenge||supplier|Het duurt gemiddeld drie maanden voor we een geschikte kandidaat vinden. De opdracht begint eerder.
      running_contract|guidance|insight||candidate_coach|Een vaste buddy in de eerste zes weken maakt het verschil. Daarna is een gesprek per maand genoeg.
      running_contract|guidance|challenge||candidate_coach|Begeleiders op de werkvloer krijgen er geen uren voor. Na een half jaar is de energie op.
      internal_organisation|stakeholders|insight|stakeholder_mapping|category_manager|We tekenden op een groot vel wie er iets van vindt. Twee mensen die we vergeten waren, bleken het hardst nodig.
      internal_organisation|stakeholders|tip|responsibility_where_it_belongs|hr_adviser|Laat werving bij HR en contract bij inkoop. Wie alles zelf wil doen, loopt vast.
      internal_organisation|stakeholders|insight|escalation_lines|client|Eén belletje van de directeur haalde in een dag weg waar wij maanden op vastzaten.
      internal_organisation|process|insight|just_do_it|buyer|We zijn gewoon begonnen met twee plekken. Toen het liep, vroeg niemand meer om een besluit.
      internal_organisation|process|challenge|just_do_it|contract_manager|Gewoon doen werkt tot er iemand ziek wordt. Toen bleek dat er niets was vastgelegd.
      supplier_cooperation|procurement|insight|desk_research_other_buyers|buyer|Bij een andere inkoper lag al een bruikbare tekst. Scheelde ons weken.
      supplier_cooperation|suppliers|insight|market_consultation|buyer|In de marktconsultatie hoorden we dat {cat} vooral moeite heeft met roosters in schooltijd.
      supplier_cooperation|procurement|tip|functional_specification|buyer|Schrijf op wat er af moet zijn, niet hoe. Dan kan de leverancier het werk zelf anders verdelen.
      supplier_cooperation|procurement|insight|plan_of_action_requested|category_manager|Het plan van aanpak werd pas goed na het tweede gesprek. Plan daar tijd voor in.
      supplier_cooperation|suppliers|insight|inspiration_session_bidders|supplier|Tijdens de sessie vertelde iemand zelf over de eerste werkdag. Dat bleef meer hangen dan elke folder.
      supplier_cooperation|suppliers|insight|supplier_dialogue|contract_manager|In het gesprek bleek dat de uren niet het probleem waren, maar de reistijd.
      supplier_cooperation|suppliers|tip|supplier_day|category_manager|Een middag met alle leveranciers levert meer op dan tien losse gesprekken. Zet ze aan kleine tafels.
      supplier_cooperation|monitoring|challenge|compliance_monitoring|contract_manager|Elke leverancier levert een eigen lijst aan. We zijn een dag per kwartaal kwijt aan het gelijktrekken.
      supplier_cooperation|monitoring|tip|compliance_monitoring|contract_manager|Spreek vooraf af welke kolommen je nodig hebt en wat een startdatum is.
      internal_organisation|communication|insight|network|adviesteam|Wie eenmaal bij een andere proeftuin heeft gekeken, heeft geen overtuiging meer nodig.
      internal_organisation|communication|tip|doe_sessions|adviesteam|Neem een echte bestektekst mee naar de Doe-sessie. Met een voorbeeld schrap je het snelst.
      new_tender|process|insight|social_return_scan|adviesteam|De scan liet zien dat bij {cat} vooral het lichte administratieve werk kansen geeft.
      internal_organisation|communication|insight|network_meetings_procurement_hr|hr_adviser|Inkoop en HR kenden elkaar alleen van naam. Nu bellen we elkaar voor we iets uitvragen.
      internal_organisation|communication|challenge|online_platform|buyer|Het platform staat vol, maar niemand weet wat de laatste versie van een format is.
      supplier_cooperation|process|insight|one_to_one_guidance|buyer|Een uur met het adviesteam voor de start haalde de grootste denkfouten eruit.
      new_tender|procurement|tip|guides_developed|buyer|Gebruik de handreiking als kapstok en gooi de helft weg.
      running_contract|law_and_rules|challenge||hr_adviser|We mochten niet weten wie in het doelgroepregister staat. Vraag de werkgever om het zelf na te gaan.
      running_contract|law_and_rules|insight||contract_manager|Een baan bij de leverancier telt niet mee voor het Rijk. Dat uitleggen kost bij elke nieuwe manager weer een half uur.
      running_contract|candidates|insight||hr_adviser|Bij drie kandidaten was niet het werk te zwaar maar de reis. Een eerdere bus had het opgelost.
      running_contract|candidates|tip||candidate_coach|Laat een kandidaat eerst een dag meelopen. Daarna weten beide kanten genoeg.
      new_tender|candidates|challenge||supplier|Voor {cat} vragen we diploma's die het werk niet nodig heeft. Daarmee sluiten we de meeste mensen uit.
      supplier_cooperation|contract_management|insight||client|Toen een contactpersoon wegging, stond alles een kwartaal stil. Nu zijn er aan beide kanten twee.
      running_contract|monitoring|insight||contract_manager|In december lijken de uren te stijgen, maar dat zijn uitbetaalde vakantiedagen.
      supplier_cooperation|guidance|tip||supplier|Geef de ploegleider een training van een dag. Kost weinig en scheelt uitval.
      internal_organisation|stakeholders|challenge||client|Het middenkader ziet vooral risico's. Een geslaagd voorbeeld uit de eigen dienst helpt beter dan beleid.
      new_tender|suppliers|challenge||supplier|Voor een klein bedrijf is een verplichting van vijf procent al gauw een hele baan. Samen met anderen lukt het wel.
      running_contract|communication|tip||adviesteam|Vertel het verhaal van de ploeg, niet van de persoon. Niemand wil een uithangbord zijn.
      """;
  private static final List<String> ENDINGS =
      List.of(
          "",
          "",
          "",
          " Volgende keer weer zo.",
          " Dit kwam in twee gesprekken terug.",
          " Bij een volgende opdracht beginnen we hier eerder mee.",
          " Nog niet iedereen is het daarmee eens.",
          " Genoteerd na de evaluatie.");

  private Lessons() {}

  /** The lessons of a proeftuin in order of date; the same at every delivery. */
  static List<Row> of(Proeftuin proeftuin, LocalDate until, long seed) {
    var rng = Rng.of(seed, "lessons", proeftuin.id());
    var texts = new ArrayList<>(TEXTS.lines().toList());
    int count = rng.between(5, 9);
    LocalDate first = proeftuin.start().plusMonths(6);
    long span = ChronoUnit.DAYS.between(first, LocalDate.of(2025, 11, 1));
    if (proeftuin.end() != null) {
      span = ChronoUnit.DAYS.between(first, proeftuin.end());
    }
    var dates = new ArrayList<LocalDate>();
    for (int i = 0; i < count; i++) {
      dates.add(first.plusDays(rng.below((int) span)));
    }
    dates.sort(null);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < count; i++) {
      List<String> parts = List.of(choose(texts, proeftuin, rng).split("\\|", -1));
      String text = parts.get(5).replace("{cat}", proeftuin.category().toLowerCase(Locale.ROOT));
      Row row = row("L" + (i + 1), dates.get(i), parts, text + rng.pick(ENDINGS), rng, proeftuin);
      if (!dates.get(i).isAfter(until)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Mostly something from the own phase, each text once. */
  private static String choose(List<String> texts, Proeftuin proeftuin, Rng rng) {
    List<String> own =
        texts.stream().filter(text -> text.startsWith(proeftuin.phase() + "|")).toList();
    String text = !own.isEmpty() && rng.chance(0.6) ? rng.pick(own) : rng.pick(texts);
    texts.remove(text);
    return text;
  }

  private static Row row(
      String id, LocalDate date, List<String> parts, String text, Rng rng, Proeftuin proeftuin) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    Wording wording = proeftuin.wording();
    cells.put("lesson_id", Cell.text(id));
    cells.put("date", Cell.date(date));
    cells.put("phase", Cell.text(wording.word("phases", parts.get(0))));
    cells.put("theme", Cell.text(wording.word("themes", parts.get(1))));
    cells.put("kind", Cell.text(wording.word("lesson_kinds", parts.get(2))));
    cells.put("practice", Cell.text(parts.get(3)));
    cells.put("role", Cell.text(wording.word("roles", parts.get(4))));
    cells.put("text", Cell.text(text));
    cells.put("publishable", Cell.text(rng.chance(0.7) ? "ja" : "nee"));
    return new Row(cells);
  }
}
