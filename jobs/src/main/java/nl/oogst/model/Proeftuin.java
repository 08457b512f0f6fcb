package nl.oogst.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A proeftuin as the register knows it.
 *
 * @param organisation the ministry that buys
 * @param phase code of the phase it started in, or null
 * @param start first day, or null when it is not known
 * @param end last day, or null while it runs
 * @param contractValueEur value of the contract in euros, or null
 * @param obligationEur social-return obligation in euros, or null
 */
public record Proeftuin(
    String id,
    String name,
    String organisation,
    String category,
    String phase,
    String round,
    LocalDate start,
    LocalDate end,
    BigDecimal contractValueEur,
    BigDecimal obligationEur)
    implements Serializable {

  /** Whether its register dates touch a period. */
  public boolean runsIn(Period period) {
    return (start == null || !start.isAfter(period.end()))
        && (end == null || !end.isBefore(period.start()));
  }
}
