package nl.oogst.map;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;

/** All source profiles, by proeftuin. */
public final class Profiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Profile> byProeftuin;

  private Profiles(Map<String, Profile> byProeftuin) {
    this.byProeftuin = byProeftuin;
  }

  /** No profiles: every table is matched by its headers. */
  public static Profiles none() {
    return new Profiles(Map.of());
  }

  /** One profile. */
  public static Profiles of(Profile profile) {
    return new Profiles(Map.of(profile.proeftuin(), profile));
  }

  /**
   * Loads and checks one file, whatever it is called.
   *
   * @throws SchemaMistake naming the place of the first mistake
   */
  public static Profile loadOne(Path file, Schemas schemas) {
    return new ProfileReader(file, schemas).read(false);
  }

  /**
   * Loads and checks every {@code .json} file of the folder.
   *
   * @throws SchemaMistake naming the profile and the place in it of the first mistake
   */
  public static Profiles load(Path folder, Schemas schemas) {
    Map<String, Profile> profiles = new TreeMap<>();
    for (Path file : files(folder)) {
      Profile profile = new ProfileReader(file, schemas).read(true);
      profiles.put(profile.proeftuin(), profile);
    }
    return new Profiles(profiles);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SchemaMistake(folder.toString(), "this folder with source profiles does not exist");
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new SchemaMistake(folder.toString(), "this folder with source profiles cannot be read");
    }
  }

  public Optional<Profile> find(String proeftuin) {
    return Optional.ofNullable(byProeftuin.get(proeftuin));
  }

  /** All profiles, in the order of their proeftuin's id. */
  public Iterable<Profile> all() {
    return byProeftuin.values();
  }
}
