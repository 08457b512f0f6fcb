package nl.oogst.sample;

import java.time.LocalDate;
import java.util.stream.Collectors;

/** The register as the Adviesteam keeps it. */
final class Register {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private Register() {}

  static String proeftuinen(World world) {
    return "proeftuin_id,name,organisation,category,phase,round,start_date,end_date,"
        + "contract_value_eur,obligation_eur\n"
        + world.proeftuinen().stream().map(Register::line).collect(Collectors.joining());
  }

  private static String line(Proeftuin p) {
    LocalDate end = p.end() == null ? TODAY : p.end();
    return String.join(
            ",",
            p.id(),
            p.name(),
            p.organisationOn(end),
            p.category(),
            p.phase(),
            Integer.toString(p.round()),
            p.start().toString(),
            text(p.end()),
            Long.toString(p.contractValue()),
            Long.toString(p.obligation()))
        + "\n";
  }

  /** Those that deliver their practices themselves are not in this list. */
  static String practices(World world) {
    var lines = new StringBuilder("proeftuin_id,practice,from,to,phase\n");
    for (Proeftuin proeftuin : world.proeftuinen()) {
      if (proeftuin.does("practices")) {
        continue;
      }
      for (Practices.Use use : world.practices()) {
        if (use.proeftuin().equals(proeftuin.id())) {
          lines.append(
              String.join(
                      ",",
                      use.proeftuin(),
                      use.practice(),
                      use.from().toString(),
                      text(use.to()),
                      use.phase())
                  + "\n");
        }
      }
    }
    return lines.toString();
  }

  private static String text(LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
