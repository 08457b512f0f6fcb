package nl.oogst.sample;

/**
 * A kind of mistake that is planted on purpose, with the issue it should raise (empty where the row
 * only gets another state) and the state its row should end in ({@code refused} for a delivery,
 * empty for a file).
 */
enum Mistake {
  IMPOSSIBLE_DATE("required_unreadable", "quarantined"),
  IMPOSSIBLE_END_DATE("end_date_unreadable", "quarantined"),
  MISSING_REQUIRED("required_missing", "quarantined"),
  UNKNOWN_ATTRIBUTION("code_unknown", "quarantined"),
  END_BEFORE_START("end_before_start", "quarantined"),
  HOURS_OVER_168("hours_out_of_range", "quarantined"),
  ORPHAN_PAID_HOURS("orphan_paid_hours", "quarantined"),
  UNKNOWN_CONTRACT_FORM("code_read_as_unknown", "kept"),
  UNKNOWN_TARGET_GROUP("code_read_as_unknown", "kept"),
  UNKNOWN_REGISTER_GROUND("optional_code_unknown", "kept"),
  UNREADABLE_VALUE("optional_unreadable", "kept"),
  TWO_DIGIT_YEAR("two_digit_year", "kept"),
  HOURS_OVER_60("hours_high", "kept"),
  ORGANISATION_NOT_VALID("organisation_not_valid", "kept"),
  OVERLAPPING_PAY_PERIODS("overlapping_pay_periods", "kept"),
  STRAY_QUOTE("quote_stray", "kept"),
  ROW_TOO_LONG("row_too_long", "kept"),
  ROW_TOO_SHORT("row_too_short", "kept"),
  VANISHED("vanished", ""),
  CONTACT_IN_TEXT("contact_masked", "kept"),
  NEGATIVE_CORRECTION("", "kept"),
  DUPLICATE_ROW("duplicate_key", "duplicate"),
  REPEATED_HEADER("", "not_a_record"),
  SUBTOTAL_ROW("", "not_a_record"),
  BSN_COLUMN("bsn_found", "refused"),
  TRUNCATED_GZIP("file_truncated", "refused"),
  UNKNOWN_FILE_TYPE("file_type_unknown", ""),
  EMPTY_FILE("file_empty", "");

  private final String code;
  private final String state;

  Mistake(String code, String state) {
    this.code = code;
    this.state = state;
  }

  String code() {
    return code;
  }

  String state() {
    return state;
  }
}
