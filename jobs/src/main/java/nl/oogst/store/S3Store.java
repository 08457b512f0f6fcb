package nl.oogst.store;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A prefix of a bucket that speaks the API of S3. Credentials, region and endpoint come from where
 * every program for S3 takes them (environment, profile, role of the machine or pod).
 *
 * <p>Objects go up in one request each, whole or not at all, with their SHA-256, which the store
 * checks where it can: no file of a release is larger than what one request may hold (5 GB).
 */
final class S3Store implements ObjectStore {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);

  private final S3Client client;
  private final Location location;
  private final S3Failures failures;

  private S3Store(S3Client client, Location location, S3Failures failures) {
    this.client = client;
    this.location = location;
    this.failures = failures;
  }

  static S3Store open(Location location) throws StoreFailure {
    var endpoint = Settings.endpoint();
    var failures = new S3Failures(location, endpoint);
    try {
      var builder =
          S3Client.builder()
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder()
                      .connectionTimeout(TO_CONNECT)
                      .socketTimeout(TO_ANSWER))
              .forcePathStyle(Settings.pathStyle())
              // the newer checksums at the end of a request are more than other stores know
              .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
              .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
              .serviceConfiguration(
                  S3Configuration.builder().chunkedEncodingEnabled(false).build());
      if (endpoint != null) {
        builder.endpointOverride(URI.create(endpoint));
        // other stores have no regions, yet one is part of every signature
        builder.region(Region.of(Settings.region() == null ? "us-east-1" : Settings.region()));
      }
      return new S3Store(builder.build(), location, failures);
    } catch (SdkException | IllegalArgumentException | NullPointerException e) {
      throw failures.of("open", location.toString(), e);
    }
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public List<Found> list(String prefix) throws StoreFailure {
    var key = location.key(prefix);
    return asked(
        "list",
        location.of(prefix),
        () -> {
          var found = new ArrayList<Found>();
          for (var page :
              client.listObjectsV2Paginator(r -> r.bucket(location.bucket()).prefix(key))) {
            for (var object : page.contents()) {
              found.add(
                  new Found(
                      location.relative(object.key()),
                      object.size(),
                      object.eTag(),
                      object.lastModified()));
            }
          }
          found.sort((one, other) -> one.key().compareTo(other.key()));
          return found;
        });
  }

  @Override
  public Optional<Content> read(String key) throws StoreFailure {
    return asked(
        "read",
        location.of(key),
        () -> {
          try {
            var got =
                client.getObjectAsBytes(r -> r.bucket(location.bucket()).key(location.key(key)));
            return Optional.of(new Content(got.asByteArray(), got.response().eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public InputStream open(Found found) throws StoreFailure {
    var request =
        GetObjectRequest.builder()
            .bucket(location.bucket())
            .key(location.key(found.key()))
            .ifMatch(found.etag())
            .build();
    return asked("read", location.of(found.key()), () -> client.getObject(request));
  }

  @Override
  public void put(String key, Path file, String sha256) throws StoreFailure {
    var request =
        PutObjectRequest.builder()
            .bucket(location.bucket())
            .key(location.key(key))
            .checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
            .metadata(Map.of("sha256", sha256))
            .build();
    asked("write", location.of(key), () -> client.putObject(request, RequestBody.fromFile(file)));
  }

  @Override
  public String put(String key, byte[] content, String expected) throws StoreFailure {
    var request = PutObjectRequest.builder().bucket(location.bucket()).key(location.key(key));
    if (expected == null) {
      request.ifNoneMatch("*");
    } else {
      request.ifMatch(expected);
    }
    return asked(
            "write",
            location.of(key),
            () -> client.putObject(request.build(), RequestBody.fromBytes(content)))
        .eTag();
  }

  @Override
  public void delete(String key) throws StoreFailure {
    asked(
        "remove",
        location.of(key),
        () -> client.deleteObject(r -> r.bucket(location.bucket()).key(location.key(key))));
  }

  private <T> T asked(String doing, String what, Supplier<T> question) throws StoreFailure {
    try {
      return question.get();
    } catch (SdkException | java.io.UncheckedIOException e) {
      throw failures.of(doing, what, e);
    }
  }
}
