package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said about releases after they were published: {@code marks.json} in the output folder. A
 * release itself never changes; whoever reads one finds here whether it still stands.
 */
public final class Marks {
  static final String NAME = "marks.json";

  /**
   * A release that was withdrawn.
   *
   * @param reason why, or null
   * @param on ISO date on which it was
   * @param erased whether its restricted records were removed
   */
  public record Mark(String reason, String on, boolean erased) {
    public Mark {
      requireNonNull(on, "on");
    }
  }

  private final SortedMap<String, Mark> withdrawn;

  private Marks(SortedMap<String, Mark> withdrawn) {
    this.withdrawn = withdrawn;
  }

  /** The marks of an output folder; none when there is no such file. */
  static Marks load(Path out) throws OutputFailure {
    var file = out.resolve(NAME);
    var withdrawn = new TreeMap<String, Mark>();
    try {
      for (var node : new ObjectMapper().readTree(Files.readAllBytes(file)).path("withdrawn")) {
        withdrawn.put(
            node.path("release").asText(),
            new Mark(
                node.path("reason").asText(null),
                node.path("on").asText(),
                node.path("erased").asBoolean()));
      }
    } catch (NoSuchFileException e) {
      return new Marks(withdrawn);
    } catch (JsonProcessingException e) {
      throw new OutputFailure(file + " cannot be read. Put it back from a backup.", e);
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
    return new Marks(withdrawn);
  }

  /** The mark of a release that was withdrawn. */
  public Optional<Mark> withdrawn(String releaseId) {
    return Optional.ofNullable(withdrawn.get(releaseId));
  }

  /** Whether the restricted records of a release were removed. */
  public boolean erased(String releaseId) {
    return withdrawn(releaseId).map(Mark::erased).orElse(false);
  }

  Marks with(String releaseId, Mark mark) {
    var all = new TreeMap<>(withdrawn);
    all.put(releaseId, mark);
    return new Marks(all);
  }

  Marks without(String releaseId) {
    var all = new TreeMap<>(withdrawn);
    all.remove(releaseId);
    return new Marks(all);
  }

  void write(Path out) throws IOException {
    ReleaseFiles.replace(out.resolve(NAME), toJson());
  }

  byte[] toJson() {
    var root = new ObjectMapper().createObjectNode();
    var list = root.putArray("withdrawn");
    withdrawn.forEach(
        (release, mark) -> {
          var node = list.addObject().put("release", release).put("on", mark.on());
          if (mark.reason() != null) {
            node.put("reason", mark.reason());
          }
          node.put("erased", mark.erased());
        });
    var text = root.toPrettyString().replace("\r\n", "\n") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
