package nl.oogst.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.oogst.map.Profile;
import nl.oogst.map.Profiles;
import nl.oogst.model.Schemas;
import nl.oogst.normalise.ProfileConstants;
import nl.oogst.run.WrongUse;

/** Finds the profile of a proeftuin; reads no other one. */
final class ProfileChoice {
  private final Schemas schemas;
  private final Path folder;
  private final Profile given;
  private final Map<String, Profile> found = new HashMap<>();

  /**
   * @param file the profile for every file, or null
   * @param named whether the user named the folder
   * @throws WrongUse when a file or folder that the user named does not exist
   */
  ProfileChoice(Schemas schemas, Path file, Path folder, boolean named) {
    this.schemas = schemas;
    this.folder = folder;
    if (file != null && !Files.isRegularFile(file)) {
      throw new WrongUse("The profile '" + file + "' of --profile does not exist.");
    }
    if (named && !Files.isDirectory(folder)) {
      throw new WrongUse("The folder '" + folder + "' of --profiles does not exist.");
    }
    this.given = file == null ? null : load(file);
  }

  /** The profile to read with, or null when there is none. */
  Profile of(String proeftuin) {
    if (given != null || proeftuin == null) {
      return given;
    }
    return found.computeIfAbsent(
        proeftuin,
        id -> {
          Path file = folder.resolve(id + ".json");
          return Files.isRegularFile(file) ? load(file) : null;
        });
  }

  private Profile load(Path file) {
    Profile profile = Profiles.loadOne(file, schemas);
    ProfileConstants.check(Profiles.of(profile), schemas);
    return profile;
  }
}
