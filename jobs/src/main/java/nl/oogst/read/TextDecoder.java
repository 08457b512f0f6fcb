package nl.oogst.read;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Turns slices of bytes into text. Works for UTF-8 and for every character set of one byte a
 * character that contains ASCII; other sets are turned into UTF-8 before they get here.
 */
final class TextDecoder {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Charset charset;
  private boolean undecided;
  private char[] table;
  private final boolean transcoded;

  /**
   * @param undecided only ASCII was seen: the first record with other bytes decides between UTF-8
   *     and windows-1252
   * @param transcoded the bytes were turned into UTF-8 from another character set
   */
  TextDecoder(Charset charset, boolean undecided, boolean transcoded) {
    this.transcoded = transcoded;
    this.undecided = undecided;
    use(charset);
  }

  private void use(Charset chosen) {
    charset = chosen;
    table = chosen.equals(StandardCharsets.UTF_8) ? null : table(chosen);
  }

  Charset charset() {
    return charset;
  }

  /** The character set, or null while only ASCII was seen; what {@link #restore} takes. */
  String state() {
    return undecided ? null : charset.name();
  }

  /** Decodes on from a place where this was the {@link #state}. */
  void restore(String state) {
    undecided = state == null;
    use(state == null ? StandardCharsets.UTF_8 : Charset.forName(state));
  }

  /** Whether the bytes are those of the text itself. */
  boolean isDirect() {
    return !transcoded;
  }

  /** Whether slices of this set can be decoded here. */
  static boolean isSupported(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1f) {
      return false;
    }
    char[] table = table(charset);
    for (char c = 0; c < 128; c++) {
      if (table[c] != c) {
        return false;
      }
    }
    return true;
  }

  private static char[] table(Charset charset) {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    char[] table = charset.decode(ByteBuffer.wrap(all)).array();
    if (charset.equals(WINDOWS_1252)) {
      // five bytes have no character there; they stay what they are, as in a web browser
      for (int i : new int[] {0x81, 0x8D, 0x8F, 0x90, 0x9D}) {
        table[i] = (char) i;
      }
    }
    return table;
  }

  /**
   * Looks at one whole record with bytes beyond ASCII. Returns true when they are not of the
   * character set, so that the record must be read as windows-1252.
   */
  boolean isForeign(byte[] buffer, int from, int to) {
    if (undecided) {
      undecided = false;
      use(isUtf8(buffer, from, to) ? StandardCharsets.UTF_8 : WINDOWS_1252);
      return false;
    }
    return table == null && !isUtf8(buffer, from, to);
  }

  /** Whether bytes without a character may have come out as U+FFFD. */
  boolean mayReplace() {
    return table != null || transcoded;
  }

  String decode(byte[] buffer, int from, int to, boolean ascii, boolean foreign) {
    if (from == to) {
      return "";
    }
    if (ascii) {
      return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }
    if (foreign) {
      return new String(buffer, from, to - from, WINDOWS_1252);
    }
    if (table == null) {
      return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
    char[] text = new char[to - from];
    for (int i = from; i < to; i++) {
      text[i - from] = table[buffer[i] & 0xFF];
    }
    return new String(text);
  }

  /** Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7). */
  static boolean isUtf8(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      int c = b[i++];
      if (c >= 0) {
        continue;
      }
      int lead = c & 0xFF;
      int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
      if (lead < 0xC2 || lead > 0xF4 || i + more > to) {
        return false;
      }
      int second = b[i] & 0xFF;
      int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (second < low || second > high) {
        return false;
      }
      for (int k = 1; k < more; k++) {
        if ((b[i + k] & 0xC0) != 0x80) {
          return false;
        }
      }
      i += more;
    }
    return true;
  }
}
