package nl.oogst.store;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import nl.oogst.store.StoreFailure.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says what a store answered, or why it did not, in words for the person who must act. */
final class S3Failures {
  private static final int FOUND_ELSEWHERE = 301;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_KNOWN = 401;
  private static final int NOT_ALLOWED = 403;
  private static final int NOT_THERE = 404;
  private static final int CONFLICT = 409;
  private static final int NOT_AS_EXPECTED = 412;
  private static final int CANNOT = 501;

  private static final Set<String> CREDENTIALS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "TokenRefreshRequired",
          "RequestTimeTooSkewed",
          "UnrecognizedClientException");

  private static final Set<String> REGION =
      Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraint");

  private final Location location;
  private final String endpoint;

  S3Failures(Location location, String endpoint) {
    this.location = location;
    this.endpoint = endpoint;
  }

  /**
   * A failure in words.
   *
   * @param doing such as "read"
   * @param what it was done to
   */
  StoreFailure of(String doing, String what, Exception cause) {
    return cause instanceof AwsServiceException answer
        ? answered(doing, what, answer)
        : notAnswered(doing, what, cause);
  }

  private StoreFailure answered(String doing, String what, AwsServiceException answer) {
    var details = answer.awsErrorDetails();
    var code = details == null || details.errorCode() == null ? "" : details.errorCode();
    int status = answer.statusCode();
    if (code.equals("NoSuchBucket")) {
      return configuration(
          "The bucket '"
              + location.bucket()
              + "' does not exist"
              + at()
              + ". Correct its name, or have it made.",
          answer);
    }
    if (CREDENTIALS.contains(code) || status == NOT_KNOWN) {
      return configuration(
          "The store does not accept the credentials"
              + (code.isEmpty() ? "" : " (" + code + ")")
              + " for "
              + location
              + ". See which ones this account has: the environment, a profile, or a role.",
          answer);
    }
    if (REGION.contains(code) || status == FOUND_ELSEWHERE) {
      return configuration(
          "The bucket '"
              + location.bucket()
              + "' lies in another region. Set AWS_REGION to its own.",
          answer);
    }
    return switch (status) {
      case NOT_ALLOWED ->
          configuration(
              "No permission to "
                  + doing
                  + " "
                  + what
                  + ". Give the account behind the credentials this right; docs/object-stores.md"
                  + " lists what is needed.",
              answer);
      case NOT_THERE, CONFLICT, NOT_AS_EXPECTED ->
          new StoreFailure(
              Kind.CHANGED, what + " was changed or removed by something else meanwhile.", answer);
      case CANNOT ->
          configuration(
              "This store cannot do what is needed to "
                  + doing
                  + " "
                  + what
                  + " ("
                  + code
                  + "). It must know conditional writes (If-Match, If-None-Match).",
              answer);
      case BAD_REQUEST ->
          configuration(
              "The store does not understand how it was asked to "
                  + doing
                  + " "
                  + what
                  + " ("
                  + code
                  + "). See whether the endpoint, the region and OOGST_S3_PATH_STYLE suit it.",
              answer);
      default ->
          new StoreFailure(
              Kind.AWAY,
              "Could not "
                  + doing
                  + " "
                  + what
                  + ": the store answers "
                  + status
                  + (code.isEmpty() ? "" : " (" + code + ")")
                  + ". Try again later.",
              answer);
    };
  }

  private StoreFailure notAnswered(String doing, String what, Exception cause) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      var said = String.valueOf(inner.getMessage()).toLowerCase(Locale.ROOT);
      if (said.contains("unable to load credentials")) {
        return configuration(
            "There are no credentials for "
                + location
                + ". Give them as every program for S3 takes them: AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY, a profile, or a role of this machine.",
            cause);
      }
      if (said.contains("unable to load region") || said.contains("unable to find a region")) {
        return configuration(
            "The region of " + location + " is not known. Set AWS_REGION to it.", cause);
      }
      if (inner instanceof IllegalArgumentException || inner instanceof NullPointerException) {
        return configuration(
            "The settings for "
                + location
                + " are not right. See whether AWS_ENDPOINT_URL is a whole URL and AWS_REGION a"
                + " region.",
            cause);
      }
    }
    return new StoreFailure(
        Kind.AWAY,
        "Could not "
            + doing
            + " "
            + what
            + ": the store"
            + at()
            + " "
            + reason(cause)
            + ". See whether it is there and can be reached, and try again.",
        cause);
  }

  private static String reason(Throwable cause) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof UnknownHostException) {
        return "has a name that is not known";
      }
      if (inner instanceof ConnectException || inner instanceof NoRouteToHostException) {
        return "cannot be reached";
      }
      if (inner instanceof SocketTimeoutException) {
        return "does not answer in time";
      }
      if (inner instanceof SSLException) {
        return "has a certificate that this machine does not trust";
      }
    }
    return "broke off";
  }

  /** The host that was asked, where someone chose it. */
  private String at() {
    if (endpoint == null) {
      return "";
    }
    try {
      var uri = URI.create(endpoint);
      return " at " + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static StoreFailure configuration(String message, Throwable cause) {
    return new StoreFailure(Kind.CONFIGURATION, message, cause);
  }
}
