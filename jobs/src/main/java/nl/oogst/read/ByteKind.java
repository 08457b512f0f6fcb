package nl.oogst.read;

/** What a byte may mean in a delimited text, beside itself. */
final class ByteKind {
  static final byte ORDINARY = 0;
  static final byte DELIMITER = 1;
  static final byte LF = 2;
  static final byte CR = 3;
  static final byte QUOTE = 4;
  static final byte ESCAPE = 5;

  private ByteKind() {}

  /** The kind of each byte; of a longer delimiter its first byte has that kind. */
  static byte[] table(TextFormat format, byte[] delimiter) {
    byte[] kinds = new byte[256];
    kinds[delimiter[0] & 0xFF] = DELIMITER;
    kinds['\n'] = LF;
    kinds['\r'] = CR;
    if (format.quote() != 0) {
      kinds[format.quote() & 0xFF] = QUOTE;
    }
    if (format.escape() == TextFormat.Escape.BACKSLASH && format.backslash() < 128) {
      kinds[format.backslash()] = ESCAPE;
    }
    return kinds;
  }
}
