package nl.oogst.read;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds the character set of a text from its first bytes. */
final class Encodings {
  private static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");

  private Encodings() {}

  /**
   * @param bomLength bytes to skip
   * @param undecided only ASCII was seen
   */
  record Found(Charset charset, int bomLength, boolean undecided, String reason) {}

  static Found find(byte[] head, int length, boolean complete, String given) {
    Found bom = byBom(head, length);
    // what was called ASCII may hold more after all, and every set found here contains ASCII
    Charset charset = given == null ? null : DialectHint.charset(given);
    if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
      boolean sameFamily = bom != null && charset.name().startsWith(family(bom.charset));
      return new Found(
          sameFamily ? bom.charset : charset,
          bom != null && sameFamily ? bom.bomLength : 0,
          false,
          "given");
    }
    if (bom != null) {
      return bom;
    }
    Found utf16 = byZeros(head, length);
    return utf16 != null ? utf16 : byBytes(head, length, complete);
  }

  private static String family(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "UTF-16";
  }

  private static Found byBom(byte[] b, int n) {
    if (n >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Found(StandardCharsets.UTF_8, 3, false, "byte order mark");
    }
    if (n >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Found(StandardCharsets.UTF_16LE, 2, false, "byte order mark");
    }
    if (n >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Found(StandardCharsets.UTF_16BE, 2, false, "byte order mark");
    }
    return null;
  }

  /** Text of Western Europe in UTF-16 has a zero in nearly every second byte. */
  private static Found byZeros(byte[] b, int n) {
    int pairs = Math.min(n, 4096) / 2;
    if (pairs < 2) {
      return null;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs * 2; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    if (odd * 10 >= pairs * 7 && even * 10 < pairs) {
      return new Found(StandardCharsets.UTF_16LE, 0, false, "every second byte is zero");
    }
    if (even * 10 >= pairs * 7 && odd * 10 < pairs) {
      return new Found(StandardCharsets.UTF_16BE, 0, false, "every second byte is zero");
    }
    return null;
  }

  private static Found byBytes(byte[] b, int n, boolean complete) {
    if (isAscii(b, n)) {
      return new Found(
          StandardCharsets.UTF_8,
          0,
          !complete,
          complete ? "only ASCII" : "only ASCII so far; the first other byte decides");
    }
    if (TextDecoder.isUtf8(b, 0, complete ? n : wholeCharacters(b, n))) {
      return new Found(StandardCharsets.UTF_8, 0, false, "every byte fits UTF-8");
    }
    int[] count = new int[256];
    int high = 0;
    for (int i = 0; i < n; i++) {
      count[b[i] & 0xFF]++;
      high += b[i] < 0 ? 1 : 0;
    }
    int controls = 0;
    for (int i = 0x80; i < 0xA0; i++) {
      controls += count[i];
    }
    if (looksLikeUtf8(count, high)) {
      return new Found(StandardCharsets.UTF_8, 0, false, "nearly every byte fits UTF-8");
    }
    // 0xA4 is the euro sign in ISO-8859-15 and a sign nobody uses in windows-1252
    if (controls == 0 && count[0xA4] > 0) {
      return new Found(ISO_8859_15, 0, false, "not UTF-8; 0xA4 stands where a euro sign would");
    }
    return new Found(TextDecoder.WINDOWS_1252, 0, false, "not UTF-8");
  }

  /** Eight bytes at a time: this is done for every file. */
  private static boolean isAscii(byte[] b, int n) {
    ByteBuffer bytes = ByteBuffer.wrap(b);
    long seen = 0;
    int i = 0;
    for (; i + 8 <= n; i += 8) {
      seen |= bytes.getLong(i);
    }
    for (; i < n; i++) {
      seen |= (long) b[i] << 56;
    }
    return (seen & 0x8080808080808080L) == 0;
  }

  /** The end of the last whole character, when the bytes were cut off anywhere. */
  private static int wholeCharacters(byte[] b, int n) {
    int i = n;
    while (i > 0 && n - i < 3 && (b[i - 1] & 0xC0) == 0x80) {
      i--;
    }
    return i > 0 && (b[i - 1] & 0xC0) == 0xC0 ? i - 1 : n;
  }

  /** One broken line does not make another encoding: most lead bytes have their followers. */
  private static boolean looksLikeUtf8(int[] count, int high) {
    int followers = 0;
    for (int i = 0x80; i < 0xC0; i++) {
      followers += count[i];
    }
    int leads2 = 0;
    for (int i = 0xC2; i < 0xE0; i++) {
      leads2 += count[i];
    }
    int leads3 = 0;
    for (int i = 0xE0; i < 0xF0; i++) {
      leads3 += count[i];
    }
    int needed = leads2 + 2 * leads3;
    return high >= 20 && followers * 10 >= needed * 9 && needed * 10 >= followers * 9;
  }
}
