package nl.oogst.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declared way to write dates, such as {@code d-M-yyyy} or {@code yyyyMMdd}. One {@code d} or
 * {@code M} takes one or two digits, {@code MMM} a month's name, {@code yy} and {@code yyyy} a year
 * of two or four digits. A time of day behind it is left out.
 */
public final class DatePattern {
  /** What a part of a date is. */
  public enum Part {
    DAY,
    MONTH,
    MONTH_NAME,
    YEAR,
    YEAR_OF_TWO,
    LITERAL
  }

  /**
   * A part of a date.
   *
   * @param literal the character itself, where it is one
   * @param digits the exact number of digits where another number follows at once, else 0
   */
  public record Token(Part part, char literal, int digits) {}

  private final String pattern;
  private final List<Token> tokens;

  private DatePattern(String pattern, List<Token> tokens) {
    this.pattern = pattern;
    this.tokens = tokens;
  }

  /** Empty when the pattern does not hold one day, one month and one year. */
  public static Optional<DatePattern> compile(String pattern) {
    List<Token> tokens = new ArrayList<>();
    int days = 0;
    int months = 0;
    int years = 0;
    String dates = withoutTime(pattern);
    for (int i = 0; i < dates.length(); ) {
      char c = dates.charAt(i);
      int end = i + 1;
      while (end < dates.length() && dates.charAt(end) == c && Character.isLetter(c)) {
        end++;
      }
      Part part = part(c, end - i);
      if (part == null) {
        return Optional.empty();
      }
      boolean joined =
          end < dates.length() && part != Part.LITERAL && "dMyu".indexOf(dates.charAt(end)) >= 0;
      tokens.add(new Token(part, c, joined ? end - i : 0));
      days += part == Part.DAY ? 1 : 0;
      months += part == Part.MONTH || part == Part.MONTH_NAME ? 1 : 0;
      years += part == Part.YEAR || part == Part.YEAR_OF_TWO ? 1 : 0;
      i = end;
    }
    return days == 1 && months == 1 && years == 1
        ? Optional.of(new DatePattern(pattern, List.copyOf(tokens)))
        : Optional.empty();
  }

  private static String withoutTime(String pattern) {
    int hours = pattern.indexOf('H');
    String dates = hours < 0 ? pattern : pattern.substring(0, hours);
    return hours < 0 ? dates : dates.replaceAll("('T'|[T ,])+$", "");
  }

  private static Part part(char c, int length) {
    return switch (c) {
      case 'd' -> length <= 2 ? Part.DAY : null;
      case 'M' -> length <= 2 ? Part.MONTH : length <= 4 ? Part.MONTH_NAME : null;
      case 'y', 'u' -> length == 4 ? Part.YEAR : length == 2 ? Part.YEAR_OF_TWO : null;
      default -> Character.isLetter(c) || c == '\'' ? null : Part.LITERAL;
    };
  }

  /** What stands where, in order. */
  public List<Token> tokens() {
    return tokens;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
