package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, judged by its first bytes; its name only decides where they leave a choice. */
enum FileKind {
  TEXT,
  JSON,
  JSON_LINES,
  /** A zip archive, a workbook among them. */
  ZIP,
  GZIP,
  /** The container of old binary Office files and of encrypted new ones. */
  OLE2,
  EMPTY,
  /** A picture, a letter, a web page: no table. */
  OTHER;

  private static final int HEAD = 16 << 10;

  static FileKind of(Content content, String name) throws IOException {
    byte[] head;
    try (InputStream in = content.open()) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      return EMPTY;
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return OLE2;
    }
    if (isBinary(head)) {
      return OTHER;
    }
    return text(
        new String(head, StandardCharsets.ISO_8859_1), extension(name), head.length == HEAD);
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean starts(byte[] head, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  /** Control characters that no text has; UTF-16 is told by where its zeros stand. */
  private static boolean isBinary(byte[] head) {
    Encodings.Found found = Encodings.find(head, head.length, false, null);
    if (found.charset().name().startsWith("UTF-16")) {
      return false;
    }
    int controls = 0;
    for (byte b : head) {
      controls +=
          b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != 12 && b != 0x1F ? 1 : 0;
    }
    boolean signature = starts(head, '%', 'P', 'D', 'F') || starts(head, 0x89, 'P', 'N', 'G');
    return signature || controls * 10 > head.length;
  }

  private static FileKind text(String head, String extension, boolean cut) {
    String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    start = start.stripLeading();
    String lower = start.substring(0, Math.min(start.length(), 64)).toLowerCase(Locale.ROOT);
    if (lower.startsWith("<?xml") || lower.startsWith("<!doctype") || lower.startsWith("<html")) {
      return OTHER;
    }
    boolean lines = extension.equals("jsonl") || extension.equals("ndjson");
    boolean json = extension.equals("json");
    if (lines || looksLikeJson(start)) {
      return lines || isJsonLines(start, cut) ? JSON_LINES : JSON;
    }
    return json ? JSON : TEXT;
  }

  private static boolean looksLikeJson(String start) {
    if (start.isEmpty()) {
      return false;
    }
    char first = start.charAt(0);
    String rest = start.substring(1).stripLeading();
    if (first == '{') {
      return rest.startsWith("\"") || rest.startsWith("}");
    }
    return first == '['
        && (rest.startsWith("{")
            || rest.startsWith("[")
            || rest.startsWith("]")
            || rest.startsWith("\""));
  }

  /** A whole object on the first line and another on the next. */
  private static boolean isJsonLines(String start, boolean cut) {
    int end = start.indexOf('\n');
    if (end < 0) {
      return false;
    }
    String first = start.substring(0, end).strip();
    String next = start.substring(end).stripLeading();
    return first.startsWith("{")
        && first.endsWith("}")
        && (next.startsWith("{") || (next.isEmpty() && cut));
  }
}
