package nl.oogst.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of persons in one text, read word by word. */
final class NameFinder {
  private static final String NAME = "[naam]";

  private static final Pattern WORD =
      Pattern.compile(
          "['’]t(?!\\p{L})|[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]*\\.?(?:(?:\\p{L}\\p{Ll}?\\.)*)");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}[\\p{Ll}]{0,2}\\.){1,6}");

  private static final Set<String> TITLES =
      KnownNames.words(
          """
          mevrouw mevr mw meneer mijnheer heer hr dhr juffrouw dr drs ir ing mr prof collega buddy kandidate
          """);

  private static final Set<String> INTRODUCTIONS =
      KnownNames.words(
          """
          heet heette genaamd groet groeten groetjes
          """);

  private static final Set<String> INFIXES =
      KnownNames.words(
          """
          van von de den der het 't ’t t ter ten te el al la le du da dos ben bin ibn d' op in aan
          """);

  /** Infixes that are prepositions too: they belong to a name only before an article. */
  private static final Set<String> PREPOSITIONS =
      KnownNames.words(
          """
          op in aan te
          """);

  private static final Set<String> ARTICLES =
      KnownNames.words(
          """
          de den der het 't ’t t
          """);

  /** Letters with dots that are no initials. */
  private static final Set<String> ABBREVIATIONS =
      KnownNames.words(
          """
          b.v. n.v. v.o.f. c.v. u.a. s.r. n.b. p.s. p.m. t.n.v. i.v.m.
          """);

  /** Words with a capital that are no names. */
  private static final Set<String> KEPT =
      KnownNames.words(
          """
          algemene zaken asiel migratie binnenlandse koninkrijksrelaties buitenlandse defensie economische klimaat
          groei financiën financien infrastructuur waterstaat justitie veiligheid landbouw natuur visserij
          voedselzekerheid voedselkwaliteit onderwijs cultuur wetenschap sociale werkgelegenheid volksgezondheid
          welzijn sport volkshuisvesting ruimtelijke ordening ministerie minister staatssecretaris rijk
          rijkswaterstaat rijksoverheid rijksvastgoedbedrijf adviesteam inkoop inkoper hr leverancier opdrachtgever
          opdrachtnemer contractmanager categoriemanager directeur participatiewet wajong banenafspraak doe-sessie
          doe-sessies doe-dag plan aanpak social return maatwerk mensen proeftuin proeftuinen uwv gemeente den haag
          utrecht rotterdam amsterdam groningen zwolle arnhem de het een en in januari februari maart april mei
          juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag wij we
          ik zij ze hij die dat dit toen daarna zonder na bij voor als nu
          """);

  /** A word of the text, or initials. */
  private record Token(int start, int end, String text) {
    /** Without the full stop of a sentence and the s of a possessive. */
    String bare() {
      String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
      return bare.endsWith("'s") || bare.endsWith("’s")
          ? bare.substring(0, bare.length() - 2)
          : bare;
    }

    String lower() {
      return bare().toLowerCase(Locale.ROOT);
    }

    boolean startsWithCapital() {
      return Character.isUpperCase(text.codePointAt(0));
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  NameFinder(String text) {
    this.text = text;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      boolean mask = words.start() > 0 && text.charAt(words.start() - 1) == '[';
      if (!mask) {
        tokens.add(new Token(words.start(), words.end(), words.group()));
      }
    }
  }

  String mask() {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int i = 0;
    while (i < tokens.size()) {
      int first = i;
      int end = name(i);
      if (end < 0) {
        first = afterIntroduction(i);
        end = first < 0 ? -1 : parts(first, true);
      }
      if (end > first && first >= 0) {
        Token last = tokens.get(end - 1);
        int until = last.start() + last.bare().length();
        out.append(text, done, tokens.get(first).start()).append(NAME);
        done = isInitials(last) ? last.end() : until;
        i = end;
      } else {
        i++;
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  /** Where a name that begins here ends; -1 when none does. */
  private int name(int at) {
    Token token = tokens.get(at);
    if (!token.startsWithCapital() || isTitle(token)) {
      return -1;
    }
    if (isInitials(token)) {
      return parts(at, false);
    }
    String word = token.bare();
    if (KnownNames.isFirstName(word)) {
      return ends(token) ? at + 1 : surname(at + 1, false);
    }
    if (KnownNames.isPerhapsFirstName(word) && !ends(token)) {
      int end = surname(at + 1, false);
      return end > at + 1 ? end : -1;
    }
    return KnownNames.isSurname(word) ? at + 1 : -1;
  }

  /** The place after a title or an introduction that a name can follow; -1 when it is neither. */
  private int afterIntroduction(int at) {
    int next = at;
    while (next < tokens.size() && isTitle(tokens.get(next))) {
      next++;
    }
    boolean introduced = next > at;
    if (!introduced && INTRODUCTIONS.contains(tokens.get(at).lower())) {
      introduced = true;
      next = at + 1;
    }
    boolean follows =
        introduced
            && next < tokens.size()
            && text.substring(tokens.get(next - 1).end(), tokens.get(next).start())
                .matches("[\\h,]*");
    return follows ? next : -1;
  }

  /** Initials and surnames from here on; the same place when there is no surname. */
  private int parts(int from, boolean introduced) {
    int at = from;
    while (at < tokens.size() && isInitial(at, introduced) && (at == from || adjacent(at))) {
      at++;
    }
    int end = surname(at, at == from);
    boolean letterOnly = introduced && at > from;
    return end > at || letterOnly ? end : from;
  }

  private boolean isInitial(int at, boolean introduced) {
    return isInitials(tokens.get(at)) || (introduced && isLetter(tokens.get(at)));
  }

  /**
   * Infixes and words with a capital, three of these at most; the same place without any.
   *
   * @param begins whether the first may stand apart from what is before it
   */
  private int surname(int from, boolean begins) {
    int end = from;
    for (int parts = 0; parts < 3; parts++) {
      int at = end;
      while (at < end + 3 && isInfix(at) && follows(at, from, begins)) {
        at++;
      }
      if (at == tokens.size() || !isNameWord(at) || !follows(at, from, begins)) {
        return end;
      }
      end = at + 1;
      if (ends(tokens.get(at))) {
        return end;
      }
    }
    return end;
  }

  private boolean follows(int at, int from, boolean begins) {
    return (at == from && begins) || adjacent(at);
  }

  private boolean isInfix(int at) {
    if (at == tokens.size()) {
      return false;
    }
    String word = tokens.get(at).text().toLowerCase(Locale.ROOT);
    boolean article = at + 1 < tokens.size() && ARTICLES.contains(tokens.get(at + 1).text());
    return INFIXES.contains(word) && (!PREPOSITIONS.contains(word) || article);
  }

  private boolean isNameWord(int at) {
    Token token = tokens.get(at);
    String bare = token.bare();
    boolean capital = token.startsWithCapital() && !KEPT.contains(token.lower());
    boolean mixed = bare.length() == 1 || !bare.equals(bare.toUpperCase(Locale.ROOT));
    return capital && (mixed || isAfterTitle(at));
  }

  /** In capitals a word is a name only after a title: elsewhere it is an abbreviation. */
  private boolean isAfterTitle(int at) {
    return at > 0 && isTitle(tokens.get(at - 1)) && tokens.get(at).bare().length() > 3;
  }

  /** Whether only a space is between it and what stands before. */
  private boolean adjacent(int at) {
    String between = text.substring(tokens.get(at - 1).end(), tokens.get(at).start());
    return between.isBlank() && between.length() <= 2 && !between.contains("\n");
  }

  private static boolean isTitle(Token token) {
    return TITLES.contains(token.lower());
  }

  private static boolean isLetter(Token token) {
    return token.bare().length() == 1 && token.startsWithCapital();
  }

  private static boolean isInitials(Token token) {
    return INITIALS.matcher(token.text()).matches()
        && !ABBREVIATIONS.contains(token.text().toLowerCase(Locale.ROOT))
        && !TITLES.contains(token.lower())
        && (token.bare().length() < 3 || token.text().indexOf('.') < token.text().length() - 1);
  }

  /** Whether a sentence ends with it. */
  private static boolean ends(Token token) {
    return token.text().endsWith(".") && !isInitials(token) && !isTitle(token);
  }
}
