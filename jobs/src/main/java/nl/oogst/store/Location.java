package nl.oogst.store;

import static java.util.Objects.requireNonNull;

/**
 * A place in an object store: {@code s3a://bucket/prefix}. A prefix is text, not a URI: it may hold
 * spaces and letters of any language as they are.
 *
 * @param prefix without slashes at its ends; empty for the whole bucket
 */
public record Location(String bucket, String prefix) {
  private static final String SCHEME = "s3a://";
  private static final String SHORT = "s3://";

  public Location {
    requireNonNull(bucket, "bucket");
    requireNonNull(prefix, "prefix");
  }

  /** Whether a text names a place in an object store, rather than a folder. */
  public static boolean is(String text) {
    return text != null && (text.startsWith(SCHEME) || text.startsWith(SHORT));
  }

  /**
   * Reads a location.
   *
   * @throws StoreFailure when it names no bucket, or a part of it is empty, . or ..
   */
  public static Location parse(String text) throws StoreFailure {
    var rest = text.substring(text.indexOf("://") + 3);
    var end = rest.indexOf('/');
    var bucket = end < 0 ? rest : rest.substring(0, end);
    var prefix = end < 0 ? "" : rest.substring(end).replaceAll("^/+|/+$", "");
    if (bucket.isEmpty() || (!prefix.isEmpty() && !isPath(prefix))) {
      throw new StoreFailure(
          StoreFailure.Kind.CONFIGURATION,
          "'" + text + "' is no place in an object store; expected s3a://bucket/prefix.");
    }
    return new Location(bucket, prefix);
  }

  /** Whether a key can be the path of a file: no part of it is empty, . or .., nor odd. */
  public static boolean isPath(String key) {
    if (key.indexOf('\\') >= 0 || key.chars().anyMatch(c -> c < ' ')) {
      return false;
    }
    for (var part : key.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** The whole key of one that is relative to this place. */
  String key(String relative) {
    return prefix.isEmpty() ? relative : prefix + "/" + relative;
  }

  /** A key relative to this place. */
  String relative(String key) {
    return prefix.isEmpty() ? key : key.substring(prefix.length() + 1);
  }

  /** How a user names something in it. */
  public String of(String relative) {
    return SCHEME + bucket + "/" + key(relative);
  }

  @Override
  public String toString() {
    return prefix.isEmpty() ? SCHEME + bucket : SCHEME + bucket + "/" + prefix;
  }
}
