package nl.oogst.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.oogst.release.Owner;
import nl.oogst.release.StoredFiles;
import nl.oogst.store.Location;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.StoreFailure;

/**
 * A data root in an object store, copied to a folder for its owner only, so that it is read as any
 * other. What is there already with the same ETag and size is not fetched again; what is no longer
 * in the store goes.
 */
public final class InboxCopy {
  private static final List<String> PARTS = List.of("register/", "deliveries/");

  /** What was fetched, by key; beside the folders of the data root, where nothing is read. */
  private static final String FETCHED = ".fetched.json";

  private static final int ATTEMPTS = 3;
  private static final int AT_ONCE = 256;
  private static final double MB = 1e6;

  private final ObjectStore store;
  private final Path folder;
  private final Consumer<String> progress;

  private InboxCopy(ObjectStore store, Path folder, Consumer<String> progress) {
    this.store = store;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Makes the folder what the data root is now. Where objects change between listing and fetching,
   * it looks again.
   *
   * @param folder whole path of a folder for this data root alone
   * @param progress takes a line about what is fetched
   * @throws WrongUse when there is no data root, or it has names that no folder can have
   */
  public static void bring(ObjectStore store, Path folder, Consumer<String> progress)
      throws IOException {
    Owner.createFolders(folder);
    InboxCopy copy = new InboxCopy(store, folder, progress);
    for (int attempt = 1; ; attempt++) {
      try {
        copy.bring();
        return;
      } catch (StoreFailure e) {
        if (!e.changed()) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          throw new StoreFailure(
              StoreFailure.Kind.AWAY,
              e.getMessage() + " Run again when nothing is being delivered.",
              e);
        }
      }
    }
  }

  private void bring() throws IOException {
    Map<Path, ObjectStore.Found> wanted = new TreeMap<>();
    Set<Path> folders = new HashSet<>();
    for (ObjectStore.Found found : listed()) {
      boolean marker = found.key().endsWith("/");
      String path = marker ? found.key().substring(0, found.key().length() - 1) : found.key();
      if (!Location.isPath(path)) {
        throw odd(found.key());
      }
      if (marker) {
        folders.add(folder.resolve(path)); // as some programs show an empty folder
      } else {
        wanted.put(folder.resolve(path), found);
      }
    }
    checkNames(wanted, folders);
    Map<String, String> known = known();
    known.keySet().retainAll(wanted.values().stream().map(ObjectStore.Found::key).toList());
    removeOthers(wanted);
    Map<Path, ObjectStore.Found> missing = new TreeMap<>(wanted);
    missing.entrySet().removeIf(entry -> isHere(entry.getKey(), entry.getValue(), known));
    fetch(missing, known);
    for (Path empty : folders) {
      Owner.createFolders(empty);
    }
  }

  private List<ObjectStore.Found> listed() throws StoreFailure {
    List<ObjectStore.Found> all = new ArrayList<>();
    for (String part : PARTS) {
      all.addAll(store.list(part));
    }
    if (all.isEmpty()) {
      throw new WrongUse(
          "There is no data root in '"
              + store.location()
              + "'. Name the place that holds register/ and deliveries/ with --data.");
    }
    return all;
  }

  private WrongUse odd(String key) {
    return new WrongUse(
        "An object in "
            + store.location()
            + " has a name that no file can have: '"
            + key.replaceAll("\\p{Cntrl}", "?")
            + "'. Give it another name.");
  }

  /** A store can hold both {@code a} and {@code a/b}; no folder can. */
  private void checkNames(Map<Path, ObjectStore.Found> wanted, Set<Path> folders) {
    for (Path file : wanted.keySet()) {
      for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
        if (wanted.containsKey(above)) {
          throw odd(wanted.get(above).key());
        }
      }
    }
    folders.stream()
        .filter(wanted::containsKey)
        .forEach(
            f -> {
              throw odd(wanted.get(f).key());
            });
  }

  private static boolean isHere(Path file, ObjectStore.Found found, Map<String, String> known) {
    try {
      return found.etag().equals(known.get(found.key()))
          && Files.isRegularFile(file)
          && Files.size(file) == found.bytes();
    } catch (IOException e) {
      return false;
    }
  }

  private void removeOthers(Map<Path, ObjectStore.Found> wanted) throws IOException {
    for (Path file : StoredFiles.list(folder).values()) {
      boolean stays = wanted.containsKey(file) || file.equals(folder.resolve(FETCHED));
      if (!stays && !StoredFiles.busy(file)) {
        Files.deleteIfExists(file);
      }
    }
    StoredFiles.removeEmpty(folder);
  }

  private void fetch(Map<Path, ObjectStore.Found> missing, Map<String, String> known)
      throws IOException {
    if (missing.isEmpty()) {
      return;
    }
    progress.accept(
        String.format(
            Locale.ROOT,
            "fetching %d files (%.1f MB) from %s",
            missing.size(),
            missing.values().stream().mapToLong(ObjectStore.Found::bytes).sum() / MB,
            store.location()));
    missing.values().forEach(found -> known.remove(found.key())); // until it is here
    note(known);
    Map<Path, ObjectStore.Found> some = new TreeMap<>();
    for (Map.Entry<Path, ObjectStore.Found> one : missing.entrySet()) {
      some.put(one.getKey(), one.getValue());
      if (some.size() == AT_ONCE) {
        fetchAndNote(some, known);
        some.clear();
      }
    }
    fetchAndNote(some, known);
  }

  private void fetchAndNote(Map<Path, ObjectStore.Found> some, Map<String, String> known)
      throws IOException {
    StoredFiles.fetch(store, some);
    some.values().forEach(found -> known.put(found.key(), found.etag()));
    note(known);
  }

  private void note(Map<String, String> known) throws IOException {
    ObjectNode all = new ObjectMapper().createObjectNode();
    known.forEach(all::put);
    StoredFiles.write(folder.resolve(FETCHED), new ObjectMapper().writeValueAsBytes(all));
  }

  private Map<String, String> known() throws IOException {
    Map<String, String> known = new TreeMap<>();
    try {
      JsonNode all = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(FETCHED)));
      all.properties().forEach(one -> known.put(one.getKey(), one.getValue().asText()));
    } catch (NoSuchFileException | JsonProcessingException e) {
      // nothing is known: everything is fetched
    }
    return known;
  }
}
