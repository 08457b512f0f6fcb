package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.release.Patch;
import nl.oogst.resolve.Identities;
import org.apache.spark.api.java.function.Function;

/**
 * Says in a file of placements, of which each row was written as if it were linked to no other, who
 * is one job and one person with others. So the file itself depends on its proeftuin alone, and
 * stays when links come and go.
 */
final class LinkTask implements Function<String, byte[]> {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final Shared<RestrictedRows> rows;
  private final Shared<Identities> identities;

  /**
   * @param folder where attempts write, as those of {@link WriteTask} do
   */
  LinkTask(Path folder, Shared<RestrictedRows> rows, Shared<Identities> identities) {
    this.folder = folder.toString();
    this.rows = rows;
    this.identities = identities;
  }

  /** The proeftuinen that have a linked job or person. */
  static Set<String> proeftuinen(Identities identities) {
    Set<String> all = new TreeSet<>();
    // jobs and persons are called after their proeftuin, which has no slash in its name
    identities.jobs().keySet().forEach(own -> all.add(own.substring(0, own.indexOf('/'))));
    identities.persons().keySet().forEach(own -> all.add(own.substring(0, own.indexOf('/'))));
    return all;
  }

  /** The {@link Patch} of a file. */
  @Override
  public byte[] call(String file) throws IOException {
    Path patch = WriteTask.attempt(folder).resolve("linked.parquet");
    Words words = new Words(identities.get());
    return JavaBytes.write(
        Patch.write(Path.of(file), rows.get().schema(Sections.PLACEMENTS), words, patch));
  }

  /** A row that is linked to no other has its own names: those that links know it by. */
  private record Words(Map<String, Identities.Job> jobs, Map<String, String> persons)
      implements Patch.Words {
    Words(Identities identities) {
      this(identities.jobs(), identities.persons());
    }

    @Override
    public List<String> told() {
      return List.of("person", "job_id");
    }

    @Override
    public List<String> said() {
      return RestrictedRows.LINKED;
    }

    @Override
    public boolean isOther(String[] told) {
      Identities.Job job = jobs.get(told[1]);
      return (job != null && (job.records() > 1 || !job.id().equals(told[1])))
          || !persons.getOrDefault(told[0], told[0]).equals(told[0]);
    }

    @Override
    public Object[] values(String[] told) {
      Identities.Job job = jobs.get(told[1]);
      return RestrictedRows.linked(
          persons.getOrDefault(told[0], told[0]),
          job == null ? new Identities.Job(told[1], 1) : job);
    }
  }
}
