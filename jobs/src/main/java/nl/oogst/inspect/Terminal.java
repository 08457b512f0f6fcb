package nl.oogst.inspect;

import java.util.Locale;
import java.util.Map;

/**
 * Where text is shown.
 *
 * @param width columns to keep within; 0 for any width
 * @param colour whether it understands colours
 */
public record Terminal(int width, boolean colour) {
  /** No terminal: a file or another program. */
  public static final Terminal NONE = new Terminal(0, false);

  private static final int NARROWEST = 60;
  private static final int WIDEST = 160;
  private static final int USUAL = 80;

  /**
   * The terminal of this process.
   *
   * @param columns what the launcher found: a width when standard output is a terminal, else null
   * @param environment looked at for {@code NO_COLOR} and {@code TERM}
   */
  public static Terminal of(String columns, Map<String, String> environment) {
    if (columns == null || columns.isBlank()) {
      return NONE;
    }
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return new Terminal(Math.min(WIDEST, Math.max(NARROWEST, width(columns))), !plain);
  }

  private static int width(String columns) {
    try {
      int width = Integer.parseInt(columns.strip());
      return width <= 0 ? USUAL : width;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  /** How text stands out. */
  enum Ink {
    HEAD("1"),
    BAD("31"),
    DOUBT("33"),
    GOOD("32"),
    QUIET("2");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  String paint(Ink ink, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /** A text that fits beside so many other characters; cut where it does not. */
  String cut(String text, int others) {
    int room = Math.max(8, width - others);
    return width == 0 || text.length() <= room ? text : text.substring(0, room - 1) + "…";
  }

  /** A count with points between thousands as the rest of the program writes them. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Text of a file without anything that steers a terminal. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean odd =
                  Character.isISOControl(c)
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.SURROGATE;
              clean.appendCodePoint(odd ? ' ' : c);
            });
    return clean.toString().strip();
  }
}
