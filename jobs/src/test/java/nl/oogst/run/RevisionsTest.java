package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed since the release before, and why, in releases as they are published. */
class RevisionsTest {
  private static final String EXACT = "restricted/unprotected/revisions";
  private static final String PARTS =
      "\"old\", \"new\", late_delivery, correction, duplicate_found, rule_change, cause";
  private static final String COLUMNS =
      "placement_id,person_id,contract_id,organisation,supplier,attribution,contract_form,"
          + "target_group,register_ground,start_date,end_date,hours_per_week,value_eur,"
          + "valuation_scheme\n";

  @TempDir private Path folder;

  private static String placement(
      String id, String contract, String organisation, String start, String end, int hours) {
    return String.join(
            ",",
            id,
            "K-" + id,
            contract,
            organisation,
            "Schoon BV",
            "supplier",
            "temporary",
            "participatiewet",
            "participatiewet",
            start,
            end,
            Integer.toString(hours),
            "1000",
            "utrecht_new")
        + "\n";
  }

  private static Ran published(DataRoot root, String... more) {
    Ran ran = Ran.harvest(root, more);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }

  private static List<String> exact(Ran ran, String measure, String period, String breakdown) {
    return ran.rows(
        PARTS,
        EXACT,
        "WHERE measure = '"
            + measure
            + "' AND period = '"
            + period
            + "' AND breakdown = '"
            + breakdown
            + "' ORDER BY ALL");
  }

  /** The parts of every sum are, as decimals, exactly the change. */
  private static void addUp(Ran ran) {
    List<String> rows =
        ran.rows(
            "change, late_delivery, correction, duplicate_found, rule_change",
            EXACT,
            "WHERE late_delivery IS NOT NULL");
    assertThat(rows).isNotEmpty();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 1; i < cells.length; i++) {
        sum = sum.add(new BigDecimal(cells[i]));
      }
      assertThat(sum).as(row).isEqualByComparingTo(new BigDecimal(cells[0]));
    }
  }

  private DataRoot first() {
    DataRoot root = new DataRoot(folder, "alfa", "beta");
    root.file(
        "alfa/2024-07-01/p.csv",
        COLUMNS
            + placement("A1", "C1", "BZK", "2024-01-01", "", 24)
            + placement("A2", "C2", "BZK", "2024-02-01", "2024-05-31", 36)
            + placement("A3", "C3", "SZW", "2023-06-01", "", 30));
    root.file("alfa/2024-07-01/u.csv", DataRoot.HOURS + "A1,2024-01-01,2024-01-31,100\n");
    return root;
  }

  @Test
  void aFirstReleaseHasNoRevisions() {
    Ran ran = published(first());
    assertThat(ran.rows("count(*)", "public/revisions", "")).containsExactly("0");
    assertThat(ran.rows("count(*)", EXACT, "")).containsExactly("0");
  }

  @Test
  void theChangeOfAShareHasItsPartsToo() {
    DataRoot root = new DataRoot(folder, "alfa");
    String other = placement("A2", "C2", "BZK", "2024-02-01", "", 36);
    root.file(
        "alfa/2024-10-01/p.csv",
        COLUMNS
            + placement("A1", "C1", "BZK", "2024-01-01", "", 24).replace("temporary", "permanent")
            + other);
    published(root);
    root.file(
        "alfa/2025-01-01/p.csv",
        COLUMNS
            // told otherwise
            + placement("A1", "C1", "BZK", "2024-01-01", "", 12).replace("temporary", "permanent")
            + other
            // told late
            + placement("A3", "C3", "BZK", "2024-03-01", "", 12));
    Ran ran = published(root);
    assertThat(
            ran.rows(
                "round(\"old\", 4), round(\"new\", 4), round(late_delivery, 4),"
                    + " round(correction, 4), duplicate_found, rule_change, cause",
                EXACT,
                "WHERE measure = 'value' AND breakdown = 'all'"
                    + " AND key = 'indicator=permanent_hours_share, cohort=2024'"))
        .containsExactly("0.4|0.2|-0.0667|-0.1333|0.0|0.0|correction");
    addUp(ran);
  }

  @Test
  void aFigureThatAProeftuinDeliveredHasNoPartsOfRecords() {
    DataRoot root = first();
    String indicators = "indicator,period,value\nsatisfaction_client,2024,";
    root.file("alfa/2024-07-01/indicatoren.csv", indicators + "7\n");
    published(root);
    root.file("alfa/2024-10-01/indicatoren.csv", indicators + "8\n");

    assertThat(
            published(root)
                .rows(
                    PARTS,
                    EXACT,
                    "WHERE key LIKE 'indicator=satisfaction_client%' AND measure = 'value'"
                        + " AND breakdown = 'all' AND period_type = 'year'"))
        .containsExactly("7.0|8.0|||||");
  }

  @Test
  void eachKindOfChangeHasItsPartAndTheyAddUp() {
    DataRoot root = first();
    published(root);
    root.file(
        "alfa/2024-10-01/p.csv",
        COLUMNS
            // ended in a quarter that the first release knew: told late
            + placement("A1", "C1", "BZK", "2024-01-01", "2024-06-30", 24)
            // told otherwise: 18 hours a week instead of 36
            + placement("A2", "C2", "BZK", "2024-02-01", "2024-05-31", 18)
            + placement("A3", "C3", "SZW", "2023-06-01", "", 30)
            // told late
            + placement("A4", "C4", "BZK", "2024-03-01", "", 20));
    root.file(
        "alfa/2024-10-01/u.csv",
        DataRoot.HOURS + "A1,2024-01-01,2024-01-31,90\nA1,2024-02-01,2024-02-29,80\n");
    // the same job as A3, found in another proeftuin
    root.file(
        "beta/2024-10-01/p.csv", COLUMNS + placement("B1", "C3", "SZW", "2023-06-01", "", 30));
    Ran ran = published(root);

    addUp(ran);
    assertThat(exact(ran, "jobs_started", "2024-Q1", "all"))
        .containsExactly("2.0|3.0|1.0|0.0|0.0|0.0|late_delivery");
    assertThat(exact(ran, "persons", "2024-Q1", "all"))
        .as("A4 and B1 came late; B1 is A3")
        .containsExactly("3.0|4.0|2.0|0.0|-1.0|0.0|late_delivery");
    assertThat(exact(ran, "jobs_ended", "2024-Q2", "all"))
        .containsExactly("1.0|2.0|1.0|0.0|0.0|0.0|late_delivery");
    assertThat(exact(ran, "fte", "2024-Q1", "all"))
        .as("A4 (20/36) came late; A2 works half of what was told")
        .containsExactly("2.5|2.555556|1.388889|-0.5|-0.833333|0.0|late_delivery");
    assertThat(exact(ran, "jobs_started", "2023-Q2", "all")).as("a job counts once").isEmpty();
    assertThat(exact(ran, "jobs_started", "2023-Q2", "proeftuin"))
        .as("half of the job is alfa's now, the other half beta's")
        .containsExactlyInAnyOrder(
            "1.0|0.5|0.0|0.0|-0.5|0.0|duplicate_found", "|0.5|1.0|0.0|-0.5|0.0|late_delivery");
    assertThat(
            ran.rows(
                "sum(\"new\" - \"old\"), sum(late_delivery), sum(correction), sum(rule_change)",
                EXACT,
                "WHERE measure = 'paid_hours' AND period = '2024-Q1' AND breakdown = 'all'"))
        .containsExactly("70.0|80.0|-10.0|0.0");
    assertThat(ran.rows("count(*)", EXACT, "WHERE abs(rule_change) > 0")).containsExactly("0");
  }

  @Test
  void anotherRegisterIsAChangeOfRules() throws Exception {
    DataRoot root = first();
    published(root);
    Path register = root.data().resolve("register/proeftuinen.csv");
    root.register(Files.readString(register).replace("running_contract", "new_tender"));
    Ran ran = published(root);

    addUp(ran);
    assertThat(
            ran.rows(
                "phase, " + PARTS,
                EXACT,
                "WHERE measure = 'jobs_started' AND period = '2024-Q1' AND data_set ="
                    + " 'jobs_realised' ORDER BY phase"))
        .containsExactly(
            "new_tender||2.0|0.0|0.0|0.0|2.0|rule_change",
            "running_contract|2.0||0.0|0.0|0.0|-2.0|rule_change");
    assertThat(ran.rows("count(*)", EXACT, "WHERE late_delivery <> 0 OR correction <> 0"))
        .containsExactly("0");
  }

  @Test
  void aPlacementThatIsNoLongerDeliveredIsACorrection() {
    DataRoot root = first();
    published(root);
    // the same delivery again, put in order by its sender
    root.file(
        "alfa/2024-07-01/p.csv",
        COLUMNS
            + placement("A1", "C1", "BZK", "2024-01-01", "", 24)
            + placement("A3", "C3", "SZW", "2023-06-01", "", 30));
    Ran ran = published(root);

    addUp(ran);
    assertThat(exact(ran, "jobs_started", "2024-Q1", "all"))
        .containsExactly("2.0|1.0|0.0|-1.0|0.0|0.0|correction");
  }

  @Test
  void publicRevisionsAreTheDifferencesOfBothPublishedReleasesAndNothingMore() {
    DataRoot root = first();
    String lesson = ",2024-03-01,new_tender,procurement,Een les over de uitvraag.,true\n";
    root.file("alfa/2024-07-01/lessen.csv", DataRoot.LESSONS + "L1" + lesson);
    Ran.Pinned before = published(root).pinned();
    root.file("beta/2024-10-01/lessen.csv", DataRoot.LESSONS + "L2" + lesson + "L3" + lesson);
    StringBuilder more = new StringBuilder(COLUMNS);
    for (int i = 0; i < 40; i++) {
      more.append(placement("N" + i, "D" + i, "BZK", "2024-03-01", "", 20));
    }
    root.file("beta/2024-10-01/p.csv", more.toString());
    Ran ran = published(root);

    Set<String> measures =
        Set.of("jobs_started", "jobs_ended", "jobs_active", "persons", "fte", "other_placements");
    for (String measure : measures) {
      String shown =
          "SELECT period, breakdown, organisation, proeftuin, target_group, \"old\", \"new\" FROM "
              + ran.dataSet("public/revisions")
              + " WHERE data_set = 'jobs_realised' AND measure = '"
              + measure
              + "'";
      String differ =
          "SELECT n.period, n.breakdown, n.organisation, n.proeftuin, n.target_group, o."
              + measure
              + ", n."
              + measure
              + " FROM "
              + ran.dataSet("public/jobs_realised")
              + " n LEFT JOIN "
              + before.dataSet("public/jobs_realised")
              + " o ON (n.period, n.breakdown, coalesce(n.organisation, ''), coalesce(n.proeftuin,"
              + " ''), coalesce(n.target_group, ''), coalesce(n.route, ''), coalesce(n.attribution,"
              + " ''), coalesce(n.contract_form, ''), coalesce(n.phase, '')) = (o.period,"
              + " o.breakdown, coalesce(o.organisation, ''), coalesce(o.proeftuin, ''),"
              + " coalesce(o.target_group, ''), coalesce(o.route, ''), coalesce(o.attribution,"
              + " ''), coalesce(o.contract_form, ''), coalesce(o.phase, '')) WHERE n.period IN"
              + " (SELECT period FROM "
              + before.dataSet("public/jobs_realised")
              + ") AND coalesce(o."
              + measure
              + ", 0) <> coalesce(n."
              + measure
              + ", 0)";
      assertThat(Ran.query("(" + shown + ") EXCEPT ALL (" + differ + ")")).as(measure).isEmpty();
      assertThat(Ran.query("(" + differ + ") EXCEPT ALL (" + shown + ")")).as(measure).isEmpty();
    }
    assertThat(
            ran.rows(
                "count(*)",
                "public/revisions",
                "WHERE late_delivery IS NOT NULL OR correction IS NOT NULL OR duplicate_found IS"
                    + " NOT NULL OR rule_change IS NOT NULL"))
        .containsExactly("0");
    assertThat(
            ran.rows(
                "count(*)",
                "public/revisions",
                "WHERE data_set = 'lesson_themes' AND measure = 'notes' AND \"new\" = 3"))
        .as("also figures of other periods than quarters and years")
        .isNotEqualTo(List.of("0"));
    assertThat(
            ran.rows(
                "DISTINCT cause",
                "public/revisions",
                "WHERE measure = 'jobs_started' AND breakdown = 'all' AND period = '2024-Q1'"))
        .containsExactly("late_delivery");
    assertThat(
            ran.rows(
                "count(*)",
                "public/revisions",
                "WHERE data_set = 'jobs_realised' AND abs(change) < 20 AND cause IS NOT NULL"))
        .as("a small change has no cause in public")
        .containsExactly("0");
  }

  @Test
  void aReleaseThatIsThereBecomesCurrentAgainAsItWas() throws Exception {
    DataRoot root = first();
    root.file("alfa/2024-10-01/p.csv", COLUMNS + placement("A9", "C9", "BZK", "2024-08-01", "", 9));
    String newest = published(root).release().getFileName().toString();
    byte[] manifest =
        Files.readAllBytes(root.out().resolve("releases/" + newest + "/manifest.json"));
    Ran earlier = published(root, "--as-of", "2024-07-01");
    assertThat(earlier.release().getFileName().toString()).startsWith("2024-07-01");

    Ran again = published(root);
    assertThat(again.out()).startsWith("Nothing new: release " + newest);
    assertThat(again.release().getFileName().toString()).isEqualTo(newest);
    assertThat(again.release().resolve("manifest.json")).hasBinaryContent(manifest);
  }

  @Test
  void theSameReleasesInTheSameOrderGiveTheSameBytes() throws Exception {
    byte[][] manifests = new byte[2][];
    for (int i = 0; i < 2; i++) {
      Path place = Files.createDirectory(folder.resolve("copy" + i));
      DataRoot root = new DataRoot(place, "alfa", "beta");
      root.file("alfa/2024-07-01/p.csv", DataRoot.placements("A1", "A2"));
      String key = place.resolve("key").toString();
      Files.writeString(place.resolve("key"), "02".repeat(32));
      published(root, "--disclosure-key-file", key);
      root.file("beta/2024-10-01/p.csv", DataRoot.placements("B1"));
      Ran ran = published(root, "--disclosure-key-file", key);
      manifests[i] = Files.readAllBytes(ran.release().resolve("manifest.json"));
    }
    assertThat(manifests[0]).isEqualTo(manifests[1]);
  }
}
