package nl.oogst.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import nl.oogst.model.Days;
import nl.oogst.model.LinkTokens;
import org.apache.commons.codec.language.ColognePhonetic;

/**
 * Makes link tokens: HMAC-SHA-256 over {@code kind | version | value}, cut at 128 bits, as lower
 * case hexadecimal text. Not thread-safe.
 */
final class Linker {
  private static final int BYTES = 16;

  private final Mac mac;
  private final String version;
  private final PersonName names;
  private final ColognePhonetic phonetic = new ColognePhonetic();

  /**
   * @param rules {@code schemas/rules/linking.json}
   */
  Linker(LinkKey key, JsonNode rules) {
    this.mac = key.mac();
    this.version = rules.path("token_version").asText();
    List<String> prefixes = new ArrayList<>();
    rules.path("prefixes").forEach(prefix -> prefixes.add(prefix.asText()));
    this.names = new PersonName(prefixes);
  }

  /**
   * Tokens of a person; null when nothing can be linked by.
   *
   * @param surname as delivered, or null
   * @param initials initials or first name, or null
   * @param birthDay {@link Days}, or NONE
   */
  LinkTokens tokens(String surname, String initials, int birthDay) {
    LocalDate birth = Days.date(birthDay);
    if (birth == null) {
      return null;
    }
    String name = surname == null ? "" : names.surname(surname);
    String initial = initials == null ? "" : PersonName.initial(initials);
    String born = token("birth", birth.toString());
    if (name.isEmpty() || initial.isEmpty()) {
      return new LinkTokens(null, null, null, born);
    }
    String sound = phonetic.encode(name.replace(" ", ""));
    LocalDate swapped = swapped(birth);
    return new LinkTokens(
        token("A", name + "|" + initial + "|" + birth),
        sound.isEmpty() ? null : token("B", sound + "|" + initial + "|" + birth),
        swapped == null ? null : token("A", name + "|" + initial + "|" + swapped),
        born);
  }

  /** Day and month the other way round; null where that is no other date. */
  private static LocalDate swapped(LocalDate date) {
    return date.getDayOfMonth() > 12 || date.getDayOfMonth() == date.getMonthValue()
        ? null
        : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
  }

  private String token(String kind, String value) {
    byte[] hash =
        mac.doFinal((kind + "|" + version + "|" + value).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }
}
