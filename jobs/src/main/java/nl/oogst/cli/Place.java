package nl.oogst.cli;

import java.nio.file.Path;
import nl.oogst.run.WrongUse;
import nl.oogst.store.Location;

/**
 * A place in an object store, and the copy of it on this machine that commands work on. What they
 * say about the copy is meant of the place.
 */
record Place(Location location, Path copy) {

  /** A message with the place in it where the copy was meant. */
  String said(String message) {
    return message.replace(copy.toString(), location.toString());
  }

  /** Refuses a place in an object store where only a folder will do. */
  static void mustBeFolder(String option, Path given) {
    if (given != null && given.toString().matches("s3a?:/.*")) {
      throw new WrongUse(
          option + " takes a folder on this machine, not a place in an object store.");
    }
  }

  /** Options that may name such a place. */
  interface Named {
    /** A message in the words of the user, who knows nothing of a copy. */
    String said(String message);
  }
}
