package nl.oogst.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder as relative paths with the SHA-256 of each file. */
public final class Tree {
  private Tree() {}

  static Map<String, String> of(Path root) throws IOException {
    var tree = new TreeMap<String, String>();
    try (var paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        tree.put(root.relativize(path).toString(), sha256(Files.readAllBytes(path)));
      }
    }
    return tree;
  }

  /** What the generator makes in a folder, with arguments as on the command line. */
  public static Map<String, String> generated(Path out, String... more) throws IOException {
    var args = new ArrayList<>(List.of("--out", out.toString()));
    args.addAll(List.of(more));
    var none =
        new java.io.PrintStream(
            java.io.OutputStream.nullOutputStream(), true, java.nio.charset.StandardCharsets.UTF_8);
    if (GenerateSample.run(args, none, none) != 0) {
      throw new IllegalStateException("generator refused " + args);
    }
    return of(out);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
