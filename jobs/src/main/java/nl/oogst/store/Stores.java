package nl.oogst.store;

/** Opens object stores. */
public final class Stores {
  private Stores() {}

  /**
   * Opens the place that a user named; nothing is asked of it yet.
   *
   * @throws StoreFailure when the libraries or the settings for it are not there
   */
  public static ObjectStore open(Location location) throws StoreFailure {
    try {
      return S3Store.open(location);
    } catch (NoClassDefFoundError e) {
      throw new StoreFailure(
          StoreFailure.Kind.CONFIGURATION,
          "'"
              + location
              + "' lies in an object store, and the libraries for that are not there. Add them as"
              + " docs/object-stores.md tells; a build from the repository has them.",
          e);
    }
  }

  /** Names the store itself, so that the same bucket of another one is another place. */
  public static String endpoint() {
    var given = Settings.endpoint();
    return given == null ? "" : given;
  }
}
