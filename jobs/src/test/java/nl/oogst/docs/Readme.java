package nl.oogst.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README taken apart, so that tests can try what it says. */
record Readme(String text) {
  /** The repository. */
  static final Path ROOT = Path.of(System.getProperty("oogst.root", "..")).toAbsolutePath();

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("^`(\\w+)`: [^\\n]*\\n\\n((?:\\|[^\\n]*\\n)+)", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");

  /**
   * Rows of a data set as the README shows them.
   *
   * @param rows cells as text, in the order of the columns
   */
  record Example(String dataSet, List<String> columns, List<List<String>> rows) {}

  static Readme load() {
    return load("README.md");
  }

  static Readme load(String name) {
    try {
      return new Readme(Files.readString(ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Blocks fenced with this language, in order. */
  List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The tables under a line that starts with the name of a data set. */
  List<Example> examples() {
    return EXAMPLE.matcher(text).results().map(Readme::example).toList();
  }

  private static Example example(MatchResult found) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : found.group(2).lines().toList()) {
      String cells = line.substring(1, line.length() - 1).strip();
      lines.add(List.of(cells.split("\\s*\\|\\s*", -1)));
    }
    return new Example(found.group(1), lines.get(0), lines.subList(2, lines.size()));
  }

  /** Targets of links. */
  List<String> links() {
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }

  /** Whatever stands between single back quotes, outside fenced blocks. */
  List<String> codes() {
    String prose = BLOCK.matcher(text).replaceAll("");
    return CODE.matcher(prose).results().map(code -> code.group(1)).toList();
  }

  /** Headings as a git host turns them into anchors. */
  List<String> anchors() {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }
}
