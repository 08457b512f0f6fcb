package nl.oogst.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.oogst.map.Profile;
import nl.oogst.map.ProfileProposal;
import nl.oogst.map.Profiles;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file read with the profile that is proposed for it gives the same records. */
class ProposedProfileTest {
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));
  private static final Schemas SCHEMAS = Schemas.load(ROOT.resolve("schemas"));
  private static final FileInspector INSPECTOR =
      new FileInspector(SCHEMAS, Integer.MAX_VALUE, Integer.MAX_VALUE);

  @TempDir private Path folder;

  private static List<Path> sampleFiles() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve("sample-data/deliveries"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static FileView read(Path file, Profile profile) {
    return INSPECTOR.inspect(file, file.getFileName().toString(), profile, name -> null);
  }

  private static ProfileProposal proposal(String proeftuin, FileView view) {
    List<ProfileProposal.Table> tables = new ArrayList<>();
    view.tables().forEach(t -> tables.add(new ProfileProposal.Table(t.mapping(), t.dialect())));
    return new ProfileProposal(proeftuin, tables);
  }

  private Profile load(String json) throws IOException {
    return Profiles.loadOne(Files.writeString(folder.resolve("proposed.json"), json), SCHEMAS);
  }

  @Test
  void everySampleFileIsReadTheSameWithItsProposal() throws IOException {
    int whole = 0;
    int open = 0;
    for (Path file : sampleFiles()) {
      String proeftuin = file.getParent().getParent().getFileName().toString();
      Path own = ROOT.resolve("schemas/profiles/" + proeftuin + ".json");
      Profile known = Files.exists(own) ? Profiles.loadOne(own, SCHEMAS) : null;
      if (known != null) {
        whole += same(file, proeftuin, read(file, known)) ? 1 : 0;
      }
      boolean asItIs = same(file, proeftuin, read(file, null));
      whole += asItIs ? 1 : 0;
      open += asItIs ? 0 : 1;
    }
    assertThat(whole).as("proposals that run as they are").isGreaterThan(400);
    assertThat(open).as("with open questions, or without a table").isGreaterThan(10);
  }

  /** Whether the proposal runs as it is; then it must give the same. */
  private boolean same(Path file, String proeftuin, FileView before) throws IOException {
    String json = proposal(proeftuin, before).json();
    boolean asks = json.contains("\"?");
    boolean lacks = before.tables().stream().anyMatch(t -> !t.mapping().missing().isEmpty());
    assertThat(asks).as("%s asks when a field lacks", file).isEqualTo(lacks);
    if (asks || before.tables().isEmpty()) {
      return false;
    }
    FileView after = read(file, load(json));
    assertThat(after.tables()).as("%s", file).hasSameSizeAs(before.tables());
    for (int i = 0; i < after.tables().size(); i++) {
      TableView one = before.tables().get(i);
      TableView two = after.tables().get(i);
      assertThat(two.rows()).as("%s: %s", file, json).isEqualTo(one.rows());
      assertThat(two.records()).as("%s: %s", file, json).isEqualTo(one.records());
    }
    return true;
  }
}
