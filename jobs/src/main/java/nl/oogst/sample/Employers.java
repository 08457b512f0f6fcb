package nl.oogst.sample;

import java.util.List;

/** Fictitious companies; the KvK numbers lie in a range that has not been given out. */
final class Employers {
  private static final List<String> FIRST =
      List.of("Voorbeeld", "Fictiva", "Denkbeeld", "Verzonnen", "Testhoven", "Schijnveld");
  private static final List<String> SOCIAL =
      List.of(
          "Sociale Werkplaats Nergenshuizen",
          "Stichting Fictief Werk",
          "Voorbeeldgroep SW",
          "Denkbeeld Werkt B.V.");
  private static final List<String> AGENCIES =
      List.of("Verzonnen Uitzendkrachten B.V.", "Fictiva Detachering B.V.");

  private final Proeftuin proeftuin;

  Employers(Proeftuin proeftuin) {
    this.proeftuin = proeftuin;
  }

  /** The supplier of a (part of a) contract: the same wherever that contract is reported. */
  Job.Party supplier(String contract) {
    long hash = Rng.of(5, "supplier", contract).next();
    String first = FIRST.get((int) Long.remainderUnsigned(hash, FIRST.size()));
    return party(first + " " + proeftuin.category() + " B.V.");
  }

  Job.Party employer(String attribution, Job.Party supplier, Rng rng) {
    return switch (attribution) {
      case "rijk_employment" -> party("Rijksdienst Voorbeeld " + proeftuin.organisations().get(0));
      case "rijk_hiring" -> party(rng.pick(AGENCIES));
      case "indirect" -> party(rng.pick(SOCIAL));
      default -> rng.chance(0.8) ? supplier : party(rng.pick(SOCIAL));
    };
  }

  private static Job.Party party(String name) {
    int number = (int) Long.remainderUnsigned(Rng.of(9, "kvk", name).next(), 10_000);
    return new Job.Party(name, "9999" + (10_000 + number + "").substring(1));
  }
}
