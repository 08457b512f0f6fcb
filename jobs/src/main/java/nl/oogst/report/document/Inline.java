package nl.oogst.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The little markup that sentences use: {@code **stress**} and {@code [words](target)}, where a
 * target is a place in the page ({@code #id}), a page beside it ({@code name.html}), above it
 * ({@code ../name.html}) or in a folder beside it ({@code folder/name.html}), or an address on the
 * web. Anything else stays text.
 */
final class Inline {
  enum Kind {
    PLAIN,
    STRESS,
    LINK
  }

  record Part(Kind kind, String text, String target) {
    /** Whether it leads to another page, which is found only from where this one lies. */
    boolean leadsToPage() {
      return kind == Kind.LINK && PAGE.matcher(target).matches();
    }
  }

  private static final Pattern PAGE =
      Pattern.compile("(\\.\\./|[a-z0-9_-]+/)?[a-z0-9_-]+(\\.[a-z]{2})?\\.html");

  private Inline() {}

  static List<Part> parse(String text) {
    List<Part> parts = new ArrayList<>();
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      Part part = null;
      int end = at;
      if (text.startsWith("**", at)) {
        int close = text.indexOf("**", at + 2);
        if (close > at + 2) {
          part = new Part(Kind.STRESS, text.substring(at + 2, close), null);
          end = close + 2;
        }
      } else if (text.charAt(at) == '[') {
        int middle = text.indexOf("](", at);
        int close = middle < 0 ? -1 : text.indexOf(')', middle);
        if (close > 0 && isTarget(text.substring(middle + 2, close))) {
          part =
              new Part(
                  Kind.LINK, text.substring(at + 1, middle), text.substring(middle + 2, close));
          end = close + 1;
        }
      }
      if (part == null) {
        at++;
      } else {
        plain(parts, text.substring(done, at));
        parts.add(part);
        done = end;
        at = end;
      }
    }
    plain(parts, text.substring(done));
    return parts;
  }

  private static boolean isTarget(String target) {
    return target.startsWith("#")
        || target.startsWith("https://")
        || target.startsWith("http://")
        || PAGE.matcher(target).matches();
  }

  private static void plain(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(Kind.PLAIN, text, null));
    }
  }
}
