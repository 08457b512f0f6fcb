package nl.oogst.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Liberation Sans without its ligatures and other substitutions of glyphs. Dutch and English text
 * needs none, and looking for them in every word is half of the work of writing a PDF.
 */
final class PlainFont {
  private static final int SUBSTITUTIONS = tag("GSUB");
  private static final int LEFT_OUT = tag("gsub");
  private static final int TABLE_COUNT = 4;
  private static final int DIRECTORY = 12;
  private static final int DIRECTORY_ENTRY = 16;

  private PlainFont() {}

  /**
   * Reads a face.
   *
   * @param face {@code Regular} or {@code Bold}
   * @return the font as TrueType
   */
  static byte[] load(String face) {
    String name = "/liberation/LiberationSans-" + face + ".ttf";
    try (InputStream in = PlainFont.class.getResourceAsStream(name)) {
      return withoutSubstitutions(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names the table of substitutions so that no reader of the font knows it. */
  private static byte[] withoutSubstitutions(byte[] font) {
    ByteBuffer bytes = ByteBuffer.wrap(font);
    int tables = bytes.getShort(TABLE_COUNT);
    for (int i = 0; i < tables; i++) {
      int entry = DIRECTORY + i * DIRECTORY_ENTRY;
      if (bytes.getInt(entry) == SUBSTITUTIONS) {
        bytes.putInt(entry, LEFT_OUT);
      }
    }
    return font;
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
