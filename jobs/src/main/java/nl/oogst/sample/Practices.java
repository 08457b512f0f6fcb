package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which proeftuin used which practice from when. The one with the planted effect is fixed in the
 * table of proeftuinen; all others are drawn without looking at any outcome, each until it goes
 * together with the planted one no more than chance allows.
 */
final class Practices {
  static final List<String> CODES =
      List.of(
          "process_agreements_first",
          "clarify_own_situation",
          "open_question",
          "plan_judged_on_realism_and_impact",
          "ask_supplier_expectations_of_client",
          "basics_in_order_first",
          "supplier_entrepreneurship",
          "active_client_role",
          "shared_ownership",
          "varied_fulfilment",
          "stakeholder_mapping",
          "responsibility_where_it_belongs",
          "escalation_lines",
          "just_do_it",
          "desk_research_other_buyers",
          "market_consultation",
          "functional_specification",
          "plan_of_action_requested",
          "inspiration_session_bidders",
          "supplier_dialogue",
          "supplier_day",
          "compliance_monitoring",
          "one_to_one_guidance",
          "guides_developed",
          "network",
          "doe_sessions",
          "social_return_scan",
          "network_meetings_procurement_hr",
          "online_platform");

  /** A practice in use; {@code to} is null while it is. */
  record Use(String proeftuin, String practice, LocalDate from, LocalDate to, String phase) {}

  private Practices() {}

  static List<Use> create(List<Proeftuin> proeftuinen, long seed) {
    var uses = new ArrayList<Use>();
    for (Proeftuin proeftuin : proeftuinen) {
      if (proeftuin.planted() != null) {
        uses.add(
            new Use(
                proeftuin.id(),
                Jobs.PLANTED_PRACTICE,
                proeftuin.planted(),
                null,
                proeftuin.phase()));
      }
    }
    for (String code : CODES) {
      uses.addAll(spread(code, proeftuinen, seed));
    }
    return List.copyOf(uses);
  }

  private static List<Use> spread(String code, List<Proeftuin> proeftuinen, long seed) {
    var uses = new ArrayList<Use>();
    for (int attempt = 0; attempt < 50; attempt++) {
      var rng = Rng.of(seed, "practice", code, "attempt" + attempt);
      uses.clear();
      double share = 0.25 + 0.35 * rng.uniform();
      for (Proeftuin proeftuin : proeftuinen) {
        if (rng.chance(share)) {
          uses.add(use(code, proeftuin, rng));
        }
      }
      if (Math.abs(association(uses, proeftuinen)) < 0.12) {
        return uses;
      }
    }
    return uses;
  }

  private static Use use(String code, Proeftuin proeftuin, Rng rng) {
    boolean fromStart = rng.chance(0.6);
    LocalDate from =
        fromStart
            ? proeftuin.start()
            : proeftuin.start().plusMonths(rng.between(4, 40)).withDayOfMonth(1);
    LocalDate to = rng.chance(0.1) ? from.plusMonths(rng.between(18, 40)).minusDays(1) : null;
    return new Use(proeftuin.id(), code, from, to, rng.chance(0.7) ? proeftuin.phase() : "");
  }

  /** The share of adopters with the planted practice, less that share among the others. */
  private static double association(List<Use> uses, List<Proeftuin> proeftuinen) {
    int with = 0;
    int plantedWith = 0;
    int plantedWithout = 0;
    for (Proeftuin proeftuin : proeftuinen) {
      boolean used = uses.stream().anyMatch(use -> use.proeftuin().equals(proeftuin.id()));
      boolean planted = proeftuin.planted() != null;
      with += used ? 1 : 0;
      plantedWith += used && planted ? 1 : 0;
      plantedWithout += !used && planted ? 1 : 0;
    }
    int without = proeftuinen.size() - with;
    if (with == 0 || without == 0) {
      return proeftuinen.size() < 4 ? 0 : 1;
    }
    return (double) plantedWith / with - (double) plantedWithout / without;
  }
}
