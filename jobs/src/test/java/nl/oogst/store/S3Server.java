package nl.oogst.store;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/**
 * A server on this machine that speaks the API of S3, keeps objects in memory and checks
 * signatures; and the settings with which the program finds it.
 */
public final class S3Server {
  public static final String BUCKET = "proeftuinen";
  public static final String SECRET = "niet-verklappen";

  private final S3Proxy server;
  private final BlobStore objects;
  private final Map<String, String> before = new HashMap<>();

  private S3Server(S3Proxy server, BlobStore objects) {
    this.server = server;
    this.objects = objects;
  }

  public static S3Server start() throws Exception {
    var objects = BlobStores.create("transient-nio2", new Properties());
    objects.createContainer(BUCKET);
    var server =
        S3Proxy.builder()
            .blobStore(objects)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "oogst", SECRET)
            .build();
    server.start();
    var started = new S3Server(server, objects);
    started.set("aws.endpointUrl", "http://127.0.0.1:" + server.getPort());
    started.set("aws.accessKeyId", "oogst");
    started.set("aws.secretAccessKey", SECRET);
    started.set("aws.region", "eu-west-1");
    return started;
  }

  /** A setting of this process, until the server stops. */
  public void set(String name, String value) {
    var was = System.setProperty(name, value);
    before.putIfAbsent(name, was == null ? "" : was);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public BlobStore objects() {
    return objects;
  }

  public ObjectStore open(String prefix) throws StoreFailure {
    return Stores.open(Location.parse("s3a://" + BUCKET + "/" + prefix));
  }

  public void stop() throws Exception {
    server.stop();
  }

  /** Stops it and takes its settings back. */
  public void close() throws Exception {
    before.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
    server.stop();
    objects.close();
  }
}
