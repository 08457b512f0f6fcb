package nl.oogst.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes names, addresses, dates of birth and person numbers out of a text that is to be published:
 * {@code [naam]}, {@code [adres]}, {@code [geboortedatum]}, {@code [nummer]}; and what {@link
 * TextMasking} finds.
 *
 * <p>A name is found by what stands before it (a form of address, initials, a first name) or by
 * being a well-known one. A name that nothing gives away is not found, so people read a text before
 * they mark it as publishable; this is the net below them. Too much is masked rather than too
 * little, save for words of the field: ministries, laws, practices.
 */
public final class PersonMasking {
  private static final String MONTH =
      "(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\\.?";
  private static final Pattern BORN =
      Pattern.compile(
          "\\b(geboren|geb\\.?|geboortedatum|geboortejaar|geboortedag)(\\h*:?\\h*(?:(?:op|in|is)\\h+)?)"
              + "(?:\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{8}"
              + "|\\d{1,2}\\h+"
              + MONTH
              + "\\h+\\d{4}|"
              + MONTH
              + "\\h+\\d{4}|(?:19|20)\\d\\d)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b((?:kandidaat|deelnemer|cliënt|client|persoons|personeels|werknemer|medewerker|relatie|pas)"
              + "-?(?:nummer|nr\\.?)?\\h*:?\\h*)(?:[A-Za-z]{1,3}-?)?\\d{3,}\\b",
          Pattern.CASE_INSENSITIVE);
  private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
  private static final Pattern STREET =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:"
              + CAPITAL
              + "|van|der|den|de|het|'t)\\h+){0,4}"
              + "(?:(?:\\p{Lu}[\\p{L}\\p{M}-]*?)(?:straat|str\\.|laan|weg|plein|gracht|kade|dijk|singel|steeg"
              + "|dreef|plantsoen|lei|boulevard)|(?:Laan|Weg|Plein|Kade|Singel)(?:\\h+(?:van|der|den|de|het|"
              + CAPITAL
              + ")){1,5})"
              + "\\h+\\d{1,4}(?:\\h?[a-zA-Z](?![\\p{L}\\d]))?(?:\\h?[-/]\\h?\\d{1,4})?(?![\\p{L}\\d])");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "(?<![\\p{L}\\d])([1-9]\\d{3})(\\h?)(?!S[ADS])[A-Z]{2}(?![\\p{L}\\d])(\\h+\\p{Lu}\\p{Ll}+(?:[-\\h]\\p{Lu}\\p{Ll}+)?)?");

  private PersonMasking() {}

  /** Masks what leads to a person; null stays null. */
  public static TextMasking.Masked mask(String text) {
    if (text == null) {
      return new TextMasking.Masked(null, false);
    }
    String masked = TextMasking.mask(text).text();
    masked = BORN.matcher(masked).replaceAll("$1$2[geboortedatum]");
    masked = NUMBER.matcher(masked).replaceAll("$1[nummer]");
    masked = POSTCODE.matcher(masked).replaceAll(PersonMasking::postcode);
    masked = STREET.matcher(masked).replaceAll("[adres]");
    masked = new NameFinder(masked).mask();
    return new TextMasking.Masked(masked, !masked.equals(text));
  }

  /** A year before two capitals is more often a year than a postcode. */
  private static String postcode(java.util.regex.MatchResult found) {
    boolean year = found.group(1).startsWith("19") || found.group(1).startsWith("20");
    boolean apart = !found.group(2).isEmpty();
    return Matcher.quoteReplacement(
        year && apart && found.group(3) == null ? found.group() : "[adres]");
  }
}
