package nl.oogst.store;

import java.util.Locale;

/**
 * What of the usual settings must be known here as well: each is a variable of the environment, or
 * a property of the system of the same meaning.
 */
final class Settings {
  private Settings() {}

  /** Where another store than that of Amazon is, or null. */
  static String endpoint() {
    var own = value("AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3");
    return own == null ? value("AWS_ENDPOINT_URL", "aws.endpointUrl") : own;
  }

  /** The region, or null. */
  static String region() {
    return value("AWS_REGION", "aws.region");
  }

  /**
   * Whether the bucket is named in the path, as most stores other than Amazon's want it, rather
   * than in the name of the host.
   */
  static boolean pathStyle() {
    var said = value("OOGST_S3_PATH_STYLE", "oogst.s3.pathStyle");
    if (said != null) {
      return said.toLowerCase(Locale.ROOT).equals("true");
    }
    return endpoint() != null && !endpoint().contains(".amazonaws.com");
  }

  private static String value(String variable, String property) {
    var value = System.getProperty(property, System.getenv(variable));
    return value == null || value.isBlank() ? null : value.strip();
  }
}
