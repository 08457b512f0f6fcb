package nl.oogst.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of free text what leads to a person: e-mail addresses, telephone numbers, BSNs and bank
 * accounts become {@code [e-mail]}, {@code [telefoon]}, {@code [bsn]} and {@code [iban]}. Dates,
 * amounts, years and contract numbers stay. Names and addresses are not recognised.
 */
public final class TextMasking {
  /**
   * A text after masking.
   *
   * @param text the text that may be kept
   * @param changed whether something was masked
   */
  public record Masked(String text, boolean changed) {}

  /** The shortest thing to mask, an e-mail address apart, has this many digits. */
  private static final int FEWEST_DIGITS = 8;

  // not glued to a word, a number, an amount or a part of a longer code
  private static final String FREE_BEFORE =
      "(?<![\\p{L}\\d+_–-])(?<!(?<!\\d{6})/)(?<!\\d[.,])(?<![€$] ?)";
  // two telephone numbers may share a slash
  private static final String PHONE_AFTER = "(?![\\p{L}\\d_])(?![.,–-]\\d)";
  private static final String FREE_AFTER = "(?![\\p{L}\\d_])(?![.,/–-]\\d)";
  private static final String GAP = "[\\h.()–/-]{0,3}";

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\d._%+'-]{1,64}(?:@|\\h?[(\\[](?:at|apenstaartje)[)\\]]\\h?)"
              + "[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,6}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IBAN_NL =
      Pattern.compile(
          FREE_BEFORE + "NL\\h?\\d\\d\\h?[A-Z]{4}(?:[\\h.]?\\d){10}" + FREE_AFTER,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IBAN =
      Pattern.compile(
          FREE_BEFORE
              + "[A-Z]{2}\\d{2}(?:\\h?[A-Z\\d]{4}){2,7}(?:\\h?[A-Z\\d]{1,3})?+"
              + FREE_AFTER);
  private static final Pattern PHONE_NL =
      Pattern.compile(
          FREE_BEFORE
              + "(?:(?:\\+|\\b00)\\h?31"
              + GAP
              + "(?:\\(?0\\)?"
              + GAP
              + ")?|\\(?0)([1-9](?:"
              + GAP
              + "\\d){8})"
              + PHONE_AFTER);
  private static final Pattern PHONE_ABROAD =
      Pattern.compile(
          FREE_BEFORE
              + "(?:\\+|\\b00(?=[1-9]\\d\\h))(?!31)[1-9]\\d{0,2}(?:[\\h-]?\\d){8,12}"
              + PHONE_AFTER);
  private static final Pattern BSN =
      Pattern.compile(
          FREE_BEFORE
              + "(?:\\d{9}|\\d{4}([.\\h-])\\d{2}\\1\\d{3}|\\d{3}([.\\h-])\\d{3}\\2\\d{3})"
              + FREE_AFTER);
  private static final Pattern BSN_NAMED =
      Pattern.compile(
          "(?<=(?:bsn|sofinummer|sofinr|burgerservicenummer)[\\h:.=#-]{0,4})\\d{8,9}(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY_FIRST =
      Pattern.compile("\\D*\\d{1,2}([-./\\h])\\d{1,2}\\1(?:19|20)\\d\\d\\D.*");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private TextMasking() {}

  /** Masks what leads to a person; null stays null. */
  public static Masked mask(String text) {
    if (text == null || !suspicious(text)) {
      return new Masked(text, false);
    }
    // accounts before telephone numbers: one holds ten digits that could be the other
    var masked = replace(text, EMAIL, found -> "[e-mail]");
    masked = replace(masked, IBAN_NL, found -> isIban(found.group()) ? "[iban]" : null);
    masked = replace(masked, IBAN, found -> isIban(found.group()) ? "[iban]" : null);
    masked = replace(masked, BSN_NAMED, TextMasking::namedBsn);
    masked = replace(masked, PHONE_NL, found -> isPhone(found.group()) ? "[telefoon]" : null);
    masked = replace(masked, PHONE_ABROAD, found -> "[telefoon]");
    masked = replace(masked, BSN, found -> Elfproef.isBsn(found.group()) ? "[bsn]" : null);
    return new Masked(masked, !masked.equals(text));
  }

  /** Nearly all texts are harmless; they cost one look at each character. */
  private static boolean suspicious(String text) {
    var digits = 0;
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '@') {
        return true;
      }
      if (c >= '0' && c <= '9' && ++digits >= FEWEST_DIGITS) {
        return true;
      }
    }
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("(at)") || lower.contains("[at]") || lower.contains("apenstaartje");
  }

  /**
   * @param mask gives what to put in place, or null to leave the text as it is
   */
  private static String replace(String text, Pattern pattern, Function<MatchResult, String> mask) {
    var matcher = pattern.matcher(text);
    var from = 0;
    var done = 0;
    StringBuilder out = null;
    while (from <= text.length() && matcher.find(from)) {
      var masked = mask.apply(matcher);
      if (masked == null) {
        // what is no hit may overlap with one that starts further on
        from = matcher.start() + 1;
        continue;
      }
      out = out == null ? new StringBuilder() : out;
      out.append(text, done, matcher.start()).append(masked);
      done = matcher.end();
      from = done;
    }
    return out == null ? text : out.append(text, done, text.length()).toString();
  }

  private static String namedBsn(MatchResult found) {
    var digits = found.group();
    return Elfproef.isBsn(digits) || Elfproef.isBsnWithoutItsZero(digits) ? "[bsn]" : null;
  }

  /** A date with a number after it has as many digits as a telephone number. */
  private static boolean isPhone(String candidate) {
    return !DAY_FIRST.matcher(candidate).matches();
  }

  /** ISO 13616: the first four characters at the end, letters as numbers, 1 modulo 97. */
  private static boolean isIban(String candidate) {
    var compact = candidate.replaceAll("[\\h.]", "").toUpperCase(Locale.ROOT);
    var digits = new StringBuilder();
    for (var c : (compact.substring(4) + compact.substring(0, 4)).toCharArray()) {
      digits.append(Character.digit(c, 36));
    }
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }
}
