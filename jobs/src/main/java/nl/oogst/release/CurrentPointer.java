package nl.oogst.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.oogst.release.ReleaseStore.Published;

/**
 * {@code current.json}: the release that is current and the SHA-256 of its manifest, and in {@code
 * published} all releases that ever were, in order of first publication. A release folder that it
 * does not name is none: a killed run left it.
 */
record CurrentPointer(Published current, List<Published> published) {
  static final String NAME = "current.json";

  CurrentPointer {
    published = List.copyOf(published);
  }

  /** Empty when nothing was ever published. */
  static Optional<CurrentPointer> load(Path out) throws OutputFailure {
    var file = out.resolve(NAME);
    try {
      var root = new ObjectMapper().readTree(Files.readAllBytes(file));
      var published = new ArrayList<Published>();
      for (var node : root.path("published")) {
        published.add(
            new Published(node.path("release").asText(), node.path("manifest_sha256").asText()));
      }
      var current =
          new Published(root.path("release").asText(), root.path("manifest_sha256").asText());
      if (!current.releaseId().isEmpty()) {
        return Optional.of(new CurrentPointer(current, published));
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      // said below
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
    throw new OutputFailure(
        file
            + " does not name a release; something else wrote it. Put it back from a backup, or"
            + " remove it to publish anew.");
  }

  CurrentPointer with(Published release) {
    var all = new ArrayList<>(published);
    if (!all.contains(release)) {
      all.removeIf(known -> known.releaseId().equals(release.releaseId()));
      all.add(release);
    }
    return new CurrentPointer(release, all);
  }

  void write(Path out) throws IOException {
    ReleaseFiles.replace(out.resolve(NAME), toJson());
  }

  byte[] toJson() {
    var root = new ObjectMapper().createObjectNode();
    root.put("release", current.releaseId());
    root.put("manifest_sha256", current.manifestSha256());
    var list = root.putArray("published");
    for (var release : published) {
      list.addObject()
          .put("release", release.releaseId())
          .put("manifest_sha256", release.manifestSha256());
    }
    var text = root.toPrettyString().replace("\r\n", "\n") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
