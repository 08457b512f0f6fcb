package nl.oogst.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the releases of an output folder, withdraws them and removes old ones. */
public final class ReleaseKeeping {
  private final ReleaseStore store;

  /**
   * A release as a list shows it.
   *
   * @param published day on which its folder was finished, by the clock of the disk
   * @param dataSets files that hold rows in the public zone
   * @param rows in them
   * @param correctedBy a later release with the same as-of date, or null
   * @param mark when it was withdrawn, else null
   * @param records whether its restricted records are there
   */
  public record Listed(
      String id,
      LocalDate asOf,
      LocalDate published,
      int dataSets,
      long rows,
      long bytes,
      boolean current,
      String correctedBy,
      Marks.Mark mark,
      boolean records) {}

  /**
   * What becomes of a release when old ones are removed.
   *
   * @param keeps why it stays, or null when it goes
   */
  public record Planned(Listed release, String keeps) {}

  public ReleaseKeeping(ReleaseStore store) {
    this.store = store;
  }

  /** Every release that is there, in order of first publication. */
  public List<Listed> list() throws OutputFailure {
    var current = store.current().map(ReleaseStore.Published::releaseId).orElse("");
    var marks = store.marks();
    var later = new HashMap<LocalDate, String>();
    var all = new ArrayList<Listed>();
    var published = store.releases();
    for (int i = published.size() - 1; i >= 0; i--) {
      var id = published.get(i).releaseId();
      var folder = store.releaseFolder(id);
      var manifest = Manifest.load(folder);
      var asOf = LocalDate.parse(manifest.asOf());
      var mark = marks.withdrawn(id).orElse(null);
      var open =
          manifest.files().stream()
              .filter(file -> file.rows() != null && file.path().startsWith("public/"))
              .toList();
      all.add(
          0,
          new Listed(
              id,
              asOf,
              finished(folder),
              open.size(),
              open.stream().mapToLong(Manifest.Entry::rows).sum(),
              manifest.files().stream().mapToLong(Manifest.Entry::bytes).sum(),
              id.equals(current),
              later.get(asOf),
              mark,
              Files.isDirectory(folder.resolve("restricted"))));
      if (mark == null) {
        later.putIfAbsent(asOf, id);
      }
    }
    return all;
  }

  private static LocalDate finished(Path folder) throws OutputFailure {
    var manifest = folder.resolve(Manifest.NAME);
    try {
      return LocalDate.ofInstant(Files.getLastModifiedTime(manifest).toInstant(), ZoneOffset.UTC);
    } catch (IOException e) {
      throw OutputFailure.of("read", manifest, e);
    }
  }

  /**
   * What stays and what goes: the last ones published stay, the current one, and of each year the
   * one with the newest as-of date.
   *
   * @param keepLast how many of the last ones stay, at least 1
   */
  public List<Planned> plan(int keepLast) throws OutputFailure {
    if (keepLast < 1) {
      throw new IllegalArgumentException("found " + keepLast + " to keep; expected 1 or more");
    }
    var all = list();
    Map<Integer, String> lastOfYear = new HashMap<>();
    Map<Integer, LocalDate> newest = new HashMap<>();
    for (var release : all) {
      var year = release.asOf().getYear();
      var before = newest.get(year);
      if (release.mark() == null && (before == null || !release.asOf().isBefore(before))) {
        newest.put(year, release.asOf());
        lastOfYear.put(year, release.id());
      }
    }
    var plan = new ArrayList<Planned>();
    for (int i = 0; i < all.size(); i++) {
      var release = all.get(i);
      String keeps = null;
      if (release.current()) {
        keeps = "current";
      } else if (release.id().equals(lastOfYear.get(release.asOf().getYear()))) {
        keeps = "last of " + release.asOf().getYear();
      } else if (i >= all.size() - keepLast) {
        keeps = "one of the last " + keepLast;
      }
      plan.add(new Planned(release, keeps));
    }
    return plan;
  }

  /** Removes what the plan says goes; a run that is busy refuses it. */
  @SuppressWarnings("try") // the lock is held, not used
  public List<Planned> prune(int keepLast) throws OutputFailure {
    try (var held = store.hold()) {
      var plan = plan(keepLast);
      for (var one : plan) {
        if (one.keeps() == null) {
          store.remove(one.release().id());
        }
      }
      return plan;
    } catch (IOException e) {
      throw OutputFailure.of("remove releases of", store.folder(), e);
    }
  }

  /** What withdrawing came to. */
  public record Withdrawn(
      String id, Optional<String> nowCurrent, boolean stillCurrent, List<String> remains) {}

  /**
   * Marks a release as withdrawn. Where it was current, the newest other one becomes so.
   *
   * @param reason why, or null
   * @param erase whether its restricted records are removed too
   * @param today the day of the mark
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Withdrawn withdraw(String id, String reason, boolean erase, LocalDate today)
      throws OutputFailure {
    try (var held = store.hold()) {
      var was = store.marks().withdrawn(id);
      var why = reason == null ? was.map(Marks.Mark::reason).orElse(null) : reason;
      var erased = erase || was.map(Marks.Mark::erased).orElse(false);
      store.mark(store.marks().with(id, new Marks.Mark(why, today.toString(), erased)));
      var next = moveOn(id);
      if (erase) {
        eraseKept();
        store.erase(id);
      }
      var current = store.current().map(ReleaseStore.Published::releaseId).orElse("");
      return new Withdrawn(id, next, current.equals(id), store.files(id));
    } catch (IOException e) {
      throw OutputFailure.of("withdraw", store.releaseFolder(id), e);
    }
  }

  /** What runs keep for later runs holds the same records; of metrics nothing has to go. */
  private void eraseKept() throws IOException {
    var state = store.folder().resolve("state");
    if (Files.isDirectory(state)) {
      try (var kept = Files.newDirectoryStream(state, Files::isDirectory)) {
        for (var folder : kept) {
          ReleaseFiles.delete(folder);
        }
      }
    }
  }

  /** Lifts the mark of a release whose records are still there. */
  @SuppressWarnings("try") // the lock is held, not used
  public void restore(String id) throws OutputFailure {
    try (var held = store.hold()) {
      store.mark(store.marks().without(id));
    } catch (IOException e) {
      throw OutputFailure.of("restore", store.releaseFolder(id), e);
    }
  }

  private Optional<String> moveOn(String id) throws IOException {
    var pointer = CurrentPointer.load(store.folder());
    if (pointer.isEmpty() || !pointer.get().current().releaseId().equals(id)) {
      return Optional.empty();
    }
    var marks = store.marks();
    ReleaseStore.Published next = null;
    for (var release : store.releases()) {
      if (marks.withdrawn(release.releaseId()).isEmpty()) {
        next = release;
      }
    }
    if (next != null) {
      store.point(pointer.get().with(next));
    }
    return Optional.ofNullable(next).map(ReleaseStore.Published::releaseId);
  }
}
