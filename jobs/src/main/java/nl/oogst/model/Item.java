package nl.oogst.model;

import java.io.Serializable;

/** A normalised record of one of the six entities. */
public sealed interface Item {

  /** The name of the entity in {@code schemas/entities}. */
  String entity();

  /**
   * One person at one employer under one arrangement, as a delivery shows it. Dates are {@link
   * Days}, numbers {@link Fixed} millionths, codes those of the code lists; null or NONE where
   * nothing was delivered.
   *
   * @param link the tokens that link records of one person, or null
   */
  record Placement(
      String placementId,
      String personId,
      String contractId,
      String organisation,
      String supplier,
      String supplierKvk,
      String employer,
      String employerKvk,
      String attribution,
      String route,
      String contractForm,
      String targetGroup,
      String registerGround,
      int registerFrom,
      int registerTo,
      int startDate,
      int endDate,
      String endReason,
      long hoursPerWeek,
      long valueEur,
      String valuationScheme,
      int referenceDate,
      LinkTokens link)
      implements Item {
    @Override
    public String entity() {
      return "placement";
    }
  }

  /**
   * Paid hours (verloonde uren) of a placement in one pay period, both days included. Negative
   * hours correct earlier ones.
   */
  record PaidHours(String placementId, int periodStart, int periodEnd, long hours) implements Item {
    @Override
    public String entity() {
      return "paid_hours";
    }
  }

  /** A sustainability indicator as the proeftuin measured it; numbers are {@link Fixed}. */
  record Indicator(String indicator, Period period, long value, long numerator, long denominator)
      implements Item {
    @Override
    public String entity() {
      return "indicator";
    }
  }

  /** A practice in use from one day to another, or still. */
  record Practice(String practice, int from, int to, String phase) implements Item {
    @Override
    public String entity() {
      return "practice";
    }
  }

  /** One lesson written down; contact data in the text are masked already. */
  record Lesson(
      String lessonId,
      int date,
      String phase,
      String theme,
      String kind,
      String practice,
      String role,
      String text,
      boolean publishable)
      implements Item {
    @Override
    public String entity() {
      return "lesson";
    }
  }

  /** A count that the proeftuin states without records behind it. */
  record Statement(
      String measure,
      Period period,
      long value,
      String organisation,
      String targetGroup,
      String route,
      String attribution,
      String contractForm)
      implements Item, Serializable {
    @Override
    public String entity() {
      return "statement";
    }
  }
}
