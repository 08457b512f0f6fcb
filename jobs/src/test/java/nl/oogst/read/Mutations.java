package nl.oogst.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Changes files at random: their bytes, or what they hold when they are packed. */
final class Mutations {
  private static final String ODD = "\"'\r\n;,\t\\{}[]<&=| #\u0000:~-+.%0";

  private Mutations() {}

  /** A file of the same kind with a few changes in its bytes, or in what it packs. */
  static byte[] mutate(byte[] original, Random random) {
    boolean zip = original.length > 3 && original[0] == 'P' && original[1] == 'K';
    boolean gzip = original.length > 1 && original[0] == 0x1F && (original[1] & 0xFF) == 0x8B;
    if ((!zip && !gzip) || random.nextInt(3) == 0) {
      return bytes(original, random);
    }
    try {
      return zip ? inZip(original, random) : inGzip(original, random);
    } catch (IOException e) {
      // the sample has packed files that are broken already
      return bytes(original, random);
    }
  }

  private static byte[] inGzip(byte[] original, Random random) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(original))) {
      return Zips.gzip(bytes(in.readAllBytes(), random));
    }
  }

  private static byte[] inZip(byte[] original, Random random) throws IOException {
    Map<String, byte[]> entries = unzip(original);
    String chosen =
        entries.keySet().stream().skip(random.nextInt(entries.size())).findFirst().get();
    entries.computeIfPresent(chosen, (name, bytes) -> bytes(bytes, random));
    return Zips.zip(entries);
  }

  static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  /** One to six changes: bytes, bits, odd characters, cuts, copies, lines moved or repeated. */
  static byte[] bytes(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 2; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(9)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
        case 3, 4 -> bytes = splice(bytes, at, ODD.charAt(random.nextInt(ODD.length())));
        case 5 -> {
          int from = random.nextInt(bytes.length);
          int n = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, n);
        }
        case 6 -> bytes = repeat(bytes, at, Math.min(bytes.length, at + random.nextInt(400)));
        case 7 -> bytes = swapLines(bytes, random);
        default -> bytes = splice(bytes, at, '"');
      }
    }
    return bytes;
  }

  private static byte[] swapLines(byte[] bytes, Random random) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)", 2_000);
    int a = random.nextInt(lines.length);
    int b = random.nextInt(lines.length);
    String kept = lines[a];
    lines[a] = lines[b];
    lines[b] = kept;
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] splice(byte[] bytes, int at, char c) {
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, at);
    more[at] = (byte) c;
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    return more;
  }

  private static byte[] repeat(byte[] bytes, int from, int to) {
    byte[] more = Arrays.copyOf(bytes, bytes.length + to - from);
    System.arraycopy(bytes, from, more, to, bytes.length - from);
    return more;
  }
}
