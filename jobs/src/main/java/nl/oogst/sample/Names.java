package nl.oogst.sample;

import java.time.LocalDate;
import java.util.List;

/** Person fields put together at random; whoever bears such a name does so by chance. */
final class Names {
  private static final List<String> SURNAMES =
      List.of(
          "van Nergenshuizen",
          "de Voorbeeld",
          "Fictief",
          "Testmans",
          "Denkbeeld",
          "van der Schijn",
          "Verzonnen",
          "Onbestaande",
          "Ter Proeve",
          "Gefingeerd",
          "van 't Papier",
          "Müllervoorbeeld",
          "Oefenaar",
          "Proefstra",
          "Schijnveld",
          "El Voorbeeldi",
          "Zomaarsen",
          "Niemandsma",
          "Blanco",
          "Dummyveen",
          "Étalon",
          "Sjabloons",
          "Modelmans",
          "Ongeveer");
  private static final String LETTERS = "ABCDEFGHIJKLMNPRSTVWYZ";

  private Names() {}

  static Job.Identity identity(Rng rng) {
    String initials = LETTERS.charAt(rng.below(LETTERS.length())) + ".";
    if (rng.chance(0.5)) {
      initials += LETTERS.charAt(rng.below(LETTERS.length())) + ".";
    }
    return new Job.Identity(
        rng.pick(SURNAMES), initials, LocalDate.of(1962, 1, 1).plusDays(rng.below(14_600)));
  }

  /** The same person as another administration would write it down. */
  static Job.Identity respelled(Job.Identity identity, Rng rng) {
    String surname = identity.surname();
    String initials = identity.initials();
    switch (rng.below(6)) {
      case 0 -> surname = Words.upper(surname);
      case 1 -> surname = surname.replace("van der ", "v.d. ").replace("ü", "u").replace("É", "E");
      case 2 -> initials = initials.replace(".", "");
      case 3 -> initials = initials.substring(0, 2);
      case 4 -> surname = surname.replace("e", "ee").replaceFirst("ee", "e"); // a typing error
      default -> {
        return identity;
      }
    }
    return new Job.Identity(surname, initials, identity.birthDate());
  }
}
