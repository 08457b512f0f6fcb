package nl.oogst.run;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;

/** Looks at what lies in a data root, without opening a delivery. */
final class InboxScan {
  private static final int DATE_LENGTH = 10;

  private final Path root;
  private final Settings settings;
  private final Schemas schemas;
  private final Set<String> only;
  private final FileDigests digests;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<DeliveredFile> files = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  /** A delivery folder before it is known whether it counts. */
  private record Folder(String proeftuin, String name, LocalDate date, Path path) {}

  private InboxScan(
      Settings settings, Schemas schemas, Collection<String> only, FileDigests digests) {
    this.digests = digests;
    this.root = settings.data();
    this.only = new TreeSet<>(only);
    this.settings = settings;
    this.schemas = schemas;
  }

  /**
   * Scans the data root.
   *
   * @throws WrongUse when it is no data root, or holds no delivery
   */
  static Inbox scan(Settings settings, Schemas schemas) {
    return scan(settings, schemas, List.of());
  }

  /**
   * Scans the data root.
   *
   * @param digests which files need not be read again to know what they are
   * @throws WrongUse when it is no data root, or holds no delivery
   */
  static Inbox scan(Settings settings, Schemas schemas, FileDigests digests) {
    return new InboxScan(settings, schemas, List.of(), digests).scan();
  }

  /**
   * Scans the data root for some proeftuinen. The as-of date is still that of the whole root.
   *
   * @param only ids of proeftuinen; empty for all
   * @throws WrongUse when one of them is unknown or has no delivery as well
   */
  static Inbox scan(Settings settings, Schemas schemas, Collection<String> only) {
    return new InboxScan(settings, schemas, only, FileDigests.none()).scan();
  }

  private Inbox scan() {
    if (!Files.isDirectory(root)) {
      throw new WrongUse(
          "The data root '"
              + root
              + "' does not exist. Name the folder that holds register/ and deliveries/ with"
              + " --data.");
    }
    Register register = Register.read(root.resolve("register"), schemas);
    Map<String, Proeftuin> known = new TreeMap<>();
    register.proeftuinen().forEach(p -> known.put(p.id(), p));
    List<Folder> folders = folders();
    LocalDate asOf = asOf(folders, known);
    askedFor(folders, known);
    for (Folder folder : folders) {
      if (!only.isEmpty() && !only.contains(folder.proeftuin())) {
        continue;
      }
      if (folder.date() == null || !folder.date().isAfter(asOf)) {
        take(folder, known);
      }
    }
    if (deliveries.isEmpty()) {
      throw new WrongUse(
          "No delivery is dated on or before " + asOf + ". Name a later day with --as-of.");
    }
    List<DeliveredFile> hashed = digests.hash(files);
    hashed.stream()
        .filter(file -> file.sha256() == null)
        .forEach(file -> refuse(file.delivery(), file.name(), IssueCode.FILE_UNREADABLE, null));
    return new Inbox(
        register.proeftuinen(),
        register.practices(),
        deliveries,
        hashed,
        refusals,
        asOf,
        Digests.ofInbox(root, deliveries, hashed, asOf));
  }

  private void askedFor(List<Folder> folders, Map<String, Proeftuin> known) {
    for (String proeftuin : only) {
      if (folders.stream().noneMatch(folder -> folder.proeftuin().equals(proeftuin))) {
        boolean registered = known.containsKey(proeftuin);
        throw new WrongUse(
            "There is no delivery of '"
                + proeftuin
                + "'. "
                + (registered
                    ? "Put one in " + root.resolve("deliveries").resolve(proeftuin) + "/<date>/."
                    : "Name a folder of " + root.resolve("deliveries") + "."));
      }
    }
  }

  private LocalDate asOf(List<Folder> folders, Map<String, Proeftuin> known) {
    List<LocalDate> dates =
        folders.stream()
            .filter(folder -> folder.date() != null && known.containsKey(folder.proeftuin()))
            .map(Folder::date)
            .sorted()
            .toList();
    LocalDate asOf = settings.asOf();
    if (asOf != null && !dates.isEmpty() && dates.get(0).isAfter(asOf)) {
      throw new WrongUse(
          "There is no delivery dated on or before "
              + asOf
              + "; the oldest is of "
              + dates.get(0)
              + ". Choose a later date with --as-of.");
    }
    return dates.stream()
        .max(Comparator.naturalOrder())
        .map(newest -> asOf == null ? newest : asOf)
        .orElseThrow(
            () ->
                new WrongUse(
                    "There is no delivery under '"
                        + root.resolve("deliveries")
                        + "'. Put one in deliveries/<proeftuin_id>/<YYYY-MM-DD>/ with a"
                        + " proeftuin_id of register/proeftuinen.csv."));
  }

  private List<Folder> folders() {
    Path all = root.resolve("deliveries");
    if (!Files.isDirectory(all)) {
      throw new WrongUse(
          "The folder '" + all + "' does not exist. A data root holds register/ and deliveries/.");
    }
    List<Folder> folders = new ArrayList<>();
    for (Path proeftuin : children(all)) {
      if (Files.isDirectory(proeftuin)) {
        for (Path delivery : children(proeftuin)) {
          String name = delivery.getFileName().toString();
          LocalDate date = Files.isDirectory(delivery) ? date(name) : null;
          folders.add(new Folder(proeftuin.getFileName().toString(), name, date, delivery));
        }
      }
    }
    folders.sort(
        Comparator.comparing(Folder::proeftuin)
            .thenComparing(Folder::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Folder::name));
    return folders;
  }

  private static LocalDate date(String name) {
    boolean form =
        name.length() == DATE_LENGTH
            || (name.length() > DATE_LENGTH && name.charAt(DATE_LENGTH) == '_');
    try {
      return form ? LocalDate.parse(name.substring(0, DATE_LENGTH)) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The children of a folder that are not hidden, in order of name. */
  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(child -> child.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new WrongUse(
          "The folder '"
              + folder
              + "' cannot be read. Give the account that runs this the right"
              + " to read it.");
    }
  }

  private void take(Folder folder, Map<String, Proeftuin> known) {
    int index = deliveries.size();
    deliveries.add(
        new Delivery(
            index,
            folder.proeftuin(),
            folder.name(),
            folder.date() == null ? LocalDate.MIN : folder.date()));
    if (folder.date() == null) {
      refuse(index, null, IssueCode.DELIVERY_NAME, folder.name());
    } else if (!known.containsKey(folder.proeftuin())) {
      refuse(index, null, IssueCode.PROEFTUIN_UNKNOWN, folder.proeftuin());
    } else {
      addFiles(index, folder.path());
    }
  }

  private void addFiles(int delivery, Path folder) {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found =
          walk.filter(file -> !Files.isDirectory(file))
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(file -> name(folder, file)))
              .toList();
      for (Path file : found) {
        if (!Files.isRegularFile(file)) {
          // a link that leads nowhere, or a pipe, which might never end
          refuse(delivery, name(folder, file), IssueCode.FILE_UNREADABLE, null);
          continue;
        }
        files.add(
            new DeliveredFile(
                files.size(),
                delivery,
                name(folder, file),
                file.toAbsolutePath().toString(), // who reads it may be in another folder
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis(),
                null));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      refuse(delivery, null, IssueCode.FILE_UNREADABLE, null);
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private void refuse(int delivery, String file, IssueCode code, String found) {
    refusals.add(Refusal.of(delivery, file, new Issue(code, null, found, null)));
  }
}
