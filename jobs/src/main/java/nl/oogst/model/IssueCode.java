package nl.oogst.model;

import java.util.Locale;

/**
 * The closed list of what can be wrong or worth knowing about a delivery. What each code tells the
 * sender, and what was done with the value, stands in {@code schemas/issues.csv}; a test keeps the
 * two lists equal.
 */
public enum IssueCode {
  REQUIRED_MISSING(Severity.ERROR, Level.ROW),
  REQUIRED_UNREADABLE(Severity.ERROR, Level.ROW),
  END_DATE_UNREADABLE(Severity.ERROR, Level.ROW),
  RECORD_UNREADABLE(Severity.ERROR, Level.ROW),
  CODE_UNKNOWN(Severity.ERROR, Level.ROW),
  END_BEFORE_START(Severity.ERROR, Level.ROW),
  HOURS_OUT_OF_RANGE(Severity.ERROR, Level.ROW),
  ORPHAN_PAID_HOURS(Severity.ERROR, Level.ROW),
  REQUIRED_COLUMN_MISSING(Severity.ERROR, Level.TABLE),
  CODE_READ_AS_UNKNOWN(Severity.WARNING, Level.ROW),
  OPTIONAL_UNREADABLE(Severity.WARNING, Level.ROW),
  OPTIONAL_CODE_UNKNOWN(Severity.WARNING, Level.ROW),
  TWO_DIGIT_YEAR(Severity.WARNING, Level.ROW),
  HOURS_HIGH(Severity.WARNING, Level.ROW),
  ORGANISATION_NOT_VALID(Severity.WARNING, Level.ROW),
  OVERLAPPING_PAY_PERIODS(Severity.WARNING, Level.ROW),
  VANISHED(Severity.WARNING, Level.ROW),
  HOURS_JUMP(Severity.WARNING, Level.ROW),
  END_DATE_MOVED(Severity.WARNING, Level.ROW),
  END_DATE_REMOVED(Severity.WARNING, Level.ROW),
  STATEMENT_DIFFERS(Severity.WARNING, Level.ROW),
  CONTACT_MASKED(Severity.WARNING, Level.ROW),
  QUOTE_STRAY(Severity.WARNING, Level.ROW),
  QUOTE_UNTERMINATED(Severity.WARNING, Level.ROW),
  ROW_TOO_SHORT(Severity.WARNING, Level.ROW),
  ROW_TOO_LONG(Severity.WARNING, Level.ROW),
  DELIMITER_DIFFERS(Severity.WARNING, Level.ROW),
  UNDECODABLE_BYTES(Severity.WARNING, Level.ROW),
  DATE_AMBIGUOUS(Severity.WARNING, Level.ROW),
  NUMBER_AMBIGUOUS(Severity.WARNING, Level.ROW),
  ERROR_CELL(Severity.WARNING, Level.ROW),
  FORMULA_WITHOUT_VALUE(Severity.WARNING, Level.ROW),
  DUPLICATE_KEY(Severity.WARNING, Level.ROW),
  TABLE_NOT_RECOGNISED(Severity.WARNING, Level.TABLE),
  COLUMN_AMBIGUOUS(Severity.WARNING, Level.TABLE),
  COLUMN_DUPLICATE(Severity.WARNING, Level.TABLE),
  HIDDEN_SHEET(Severity.WARNING, Level.TABLE),
  HIDDEN_ROWS(Severity.WARNING, Level.TABLE),
  SECOND_TABLE(Severity.WARNING, Level.TABLE),
  COLUMN_NOT_RECOGNISED(Severity.INFO, Level.TABLE),
  NO_TABLE(Severity.INFO, Level.TABLE),
  COLUMN_STYLE_DECIDED(Severity.INFO, Level.TABLE),
  NOT_JUDGED(Severity.INFO, Level.TABLE),
  LINK_DOUBTFUL(Severity.WARNING, Level.ROW),
  LINK_DROPPED(Severity.INFO, Level.TABLE),
  FOOTER_FOUND(Severity.INFO, Level.TABLE),
  BSN_FOUND(Severity.ERROR, Level.DELIVERY),
  FILE_UNREADABLE(Severity.ERROR, Level.DELIVERY),
  FILE_TRUNCATED(Severity.ERROR, Level.DELIVERY),
  FILE_PASSWORD(Severity.ERROR, Level.DELIVERY),
  ARCHIVE_BOMB(Severity.ERROR, Level.DELIVERY),
  ARCHIVE_PATH(Severity.ERROR, Level.DELIVERY),
  FILE_CHANGED(Severity.ERROR, Level.DELIVERY),
  PROEFTUIN_UNKNOWN(Severity.ERROR, Level.DELIVERY),
  DELIVERY_NAME(Severity.ERROR, Level.DELIVERY),
  FILE_TOO_COMPLEX(Severity.ERROR, Level.DELIVERY),
  FILE_TYPE_UNKNOWN(Severity.WARNING, Level.FILE),
  FILE_EMPTY(Severity.WARNING, Level.FILE),
  VALUES_OUTSIDE_RECORDS(Severity.INFO, Level.FILE),
  DELIVERY_EMPTY(Severity.WARNING, Level.FILE);

  /** What an issue is about. */
  public enum Level {
    /** One record. */
    ROW,
    /** One table: a file, a sheet, or a table within a sheet. */
    TABLE,
    /** One file. */
    FILE,
    /** A whole delivery; an error refuses it. */
    DELIVERY
  }

  private final Severity severity;
  private final Level level;
  private final String code;

  IssueCode(Severity severity, Level level) {
    this.severity = severity;
    this.level = level;
    this.code = name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return severity;
  }

  public Level level() {
    return level;
  }

  /** The code as data sets and {@code schemas/issues.csv} write it: lower case. */
  public String code() {
    return code;
  }
}
