package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release consists of: {@code manifest.json} at its root. Holds no clock and no host, so the
 * same release has the same manifest everywhere.
 *
 * @param asOf the as-of date, ISO
 * @param digests SHA-256 of what the release was made from, by name ({@code deliveries}, {@code
 *     schemas}, {@code profiles})
 * @param files every file of the release but the manifest, by path
 */
public record Manifest(
    String releaseId,
    String asOf,
    String programVersion,
    SortedMap<String, String> digests,
    List<Entry> files) {

  static final String NAME = "manifest.json";

  /**
   * One file.
   *
   * @param path from the root of the release, with {@code /}
   * @param rows rows of a data set; null for another file
   */
  public record Entry(String path, long bytes, String sha256, Long rows) {}

  public Manifest {
    requireNonNull(releaseId, "releaseId");
    requireNonNull(asOf, "asOf");
    requireNonNull(programVersion, "programVersion");
    digests = new TreeMap<>(digests);
    files = List.copyOf(files);
  }

  /** The bytes of {@code manifest.json}: indented, keys in a fixed order, LF. */
  byte[] toJson() {
    var mapper = new ObjectMapper();
    var root = mapper.createObjectNode();
    root.put("release", releaseId);
    root.put("as_of", asOf);
    root.put("program_version", programVersion);
    var sources = root.putObject("digests");
    digests.forEach(sources::put);
    var list = root.putArray("files");
    for (var file : files) {
      var node = list.addObject();
      node.put("path", file.path());
      node.put("bytes", file.bytes());
      node.put("sha256", file.sha256());
      if (file.rows() != null) {
        node.put("rows", file.rows());
      }
    }
    // Jackson's own printer ends lines as the platform does
    var text = root.toPrettyString().replace("\r\n", "\n") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the manifest of a release.
   *
   * @throws OutputFailure when it is not there or not readable
   */
  public static Manifest load(Path release) throws OutputFailure {
    var file = release.resolve(NAME);
    try {
      return parse(new ObjectMapper().readTree(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new OutputFailure(
          "The release " + release + " is damaged: its manifest cannot be read.", e);
    }
  }

  private static Manifest parse(JsonNode root) {
    var digests = new TreeMap<String, String>();
    var sources = root.path("digests");
    for (var entry : sources.properties()) {
      digests.put(entry.getKey(), text(sources, entry.getKey()));
    }
    var files = new ArrayList<Entry>();
    for (var node : root.path("files")) {
      var rows = node.get("rows");
      files.add(
          new Entry(
              text(node, "path"),
              node.path("bytes").asLong(-1),
              text(node, "sha256"),
              rows == null ? null : rows.asLong()));
    }
    return new Manifest(
        text(root, "release"), text(root, "as_of"), text(root, "program_version"), digests, files);
  }

  private static String text(JsonNode node, String key) {
    var value = node.path(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text under " + key);
    }
    return value.textValue();
  }

  /**
   * Compares a release with its manifest, byte for byte.
   *
   * @return what is wrong, a line each; empty when the release is whole
   */
  public List<String> verify(Path release) throws OutputFailure {
    var problems = new ArrayList<String>();
    try {
      var found = ReleaseFiles.list(release);
      found.remove(NAME);
      for (var entry : files) {
        if (!found.remove(entry.path())) {
          problems.add(entry.path() + ": is missing");
          continue;
        }
        var file = release.resolve(entry.path());
        var bytes = Files.size(file);
        if (bytes != entry.bytes()) {
          problems.add(entry.path() + ": has " + bytes + " bytes; expected " + entry.bytes());
        } else if (!ReleaseFiles.sha256(file).equals(entry.sha256())) {
          problems.add(entry.path() + ": its content was changed (SHA-256 differs)");
        }
      }
      found.forEach(path -> problems.add(path + ": is not in the manifest"));
    } catch (IOException e) {
      throw OutputFailure.of("read the release", release, e);
    }
    return problems;
  }
}
