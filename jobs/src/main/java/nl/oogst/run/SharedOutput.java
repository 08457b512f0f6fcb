package nl.oogst.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.IntStream;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.Owner;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Lets workers of a cluster write where this process reads, before anything else is done there.
 *
 * <p>Workers that see another output folder, or that run as another user, would be noticed only
 * when all was read; and what they had kept for the next run by then would belong to someone else.
 */
final class SharedOutput {
  private static final String BETWEEN = "\n";

  private final Path out;
  private final Path scratch;
  private final UserPrincipal owner;

  /**
   * Describes the place.
   *
   * @param out the output folder, for messages
   * @param scratch a folder of this process below it, which is there
   * @param owner whose files must be
   */
  SharedOutput(Path out, Path scratch, UserPrincipal owner) {
    this.out = out;
    this.scratch = scratch;
    this.owner = owner;
  }

  /**
   * Asks every worker that takes part.
   *
   * @throws WrongUse when what one of them writes is not found here, or belongs to another user
   * @throws OutputFailure when one of them cannot write for another reason, such as a full disk
   */
  static void check(JavaSparkContext spark, Path out, Path scratch) throws IOException {
    new SharedOutput(out, scratch, Files.getOwner(scratch)).check(spark);
  }

  void check(JavaSparkContext spark) throws IOException {
    int tasks = Math.max(2, spark.defaultParallelism());
    String folder = scratch.toAbsolutePath().toString();
    List<String> answers = // texts, for whatever serializer there is
        spark
            .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
            .map(task -> write(file(folder, task)))
            .collect();
    for (int task = 0; task < tasks; task++) {
      String[] answer = answers.get(task).split(BETWEEN, -1);
      Path file = file(folder, task);
      Ending ending = Ending.valueOf(answer[0]);
      if (ending == Ending.FAILED) {
        throw OutputFailure.of(
            "write, on a worker of the cluster,", file, new IOException(answer[2]));
      }
      judge(file, ending, answer[1]);
    }
  }

  private static Path file(String folder, int task) {
    return Path.of(folder, "written-by-worker-" + task);
  }

  /** How writing went. */
  enum Ending {
    WRITTEN,
    NO_SUCH_FOLDER,
    REFUSED,
    FAILED
  }

  /** In a worker. */
  private static String write(Path file) {
    try {
      Owner.createFile(file).close();
      return answer(Ending.WRITTEN, "");
    } catch (FileAlreadyExistsException e) {
      return answer(Ending.WRITTEN, ""); // by an attempt before
    } catch (NoSuchFileException e) {
      return answer(Ending.NO_SUCH_FOLDER, "");
    } catch (AccessDeniedException e) {
      return answer(Ending.REFUSED, "");
    } catch (IOException e) {
      return answer(Ending.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static String answer(Ending ending, String reason) {
    return String.join(BETWEEN, ending.name(), System.getProperty("user.name"), reason);
  }

  /**
   * Removes what was written.
   *
   * @param user who the worker is, for messages
   */
  void judge(Path file, Ending ending, String user) throws IOException {
    boolean there = Files.exists(file);
    if (ending == Ending.NO_SUCH_FOLDER || (ending == Ending.WRITTEN && !there)) {
      throw new WrongUse(
          "A worker of the cluster does not see the output folder "
              + out
              + ". Every machine must see it at the same path.");
    }
    boolean ours = there && Files.getOwner(file).equals(owner);
    Files.deleteIfExists(file);
    if (!ours) {
      throw new WrongUse(
          "A worker of the cluster runs as "
              + user
              + " and cannot write in "
              + out
              + " as "
              + owner.getName()
              + " can. What is restricted belongs to the user who starts the run: let workers run as"
              + " that user.");
    }
  }
}
