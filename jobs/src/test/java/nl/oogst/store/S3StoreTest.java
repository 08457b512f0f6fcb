package nl.oogst.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.store.StoreFailure.Kind;
import org.apache.commons.codec.digest.DigestUtils;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client of S3 against a server that checks signatures and knows conditional writes. */
class S3StoreTest {
  @TempDir Path folder;
  private S3Server server;
  private ObjectStore store;

  @BeforeEach
  void start() throws Exception {
    server = S3Server.start();
    store = server.open("Oogst März/een map");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void put(String key, String content) throws IOException {
    var file = Files.writeString(folder.resolve("file"), content);
    store.put(key, file, DigestUtils.sha256Hex(bytes(content)));
  }

  private static StoreFailure failure(Kind kind, ThrowingCallable doing) {
    var failure = new ArrayList<StoreFailure>();
    assertThatThrownBy(doing)
        .isInstanceOfSatisfying(
            StoreFailure.class,
            e -> {
              assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind);
              assertThat(e.getMessage()).doesNotContain(S3Server.SECRET).doesNotContain("\n");
              failure.add(e);
            });
    return failure.get(0);
  }

  @Test
  void whatIsPutIsListedAndReadWithAnyName() throws IOException {
    put("deliveries/alfa/2024 é/plaatsingen + uren & 100%.csv", "één\n");
    put("b", "");
    put("a", "x");

    var found = store.list("");
    assertThat(found.stream().map(ObjectStore.Found::key))
        .containsExactly("a", "b", "deliveries/alfa/2024 é/plaatsingen + uren & 100%.csv");
    assertThat(found.get(2).bytes()).isEqualTo(6);
    try (var in = store.open(found.get(2))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes("één\n"));
    }
    assertThat(store.list("deliveries/")).hasSize(1);
    assertThat(server.open("Oogst").list("")).as("a prefix ends where a name ends").isEmpty();
    assertThat(server.open("").list("Oogst März/een map/")).hasSize(3);
  }

  @Test
  void aListIsWholeWhateverItsLength() throws IOException {
    for (int i = 0; i < 1100; i++) {
      store.put(String.format("many/%04d", i), bytes("x"), null);
    }
    assertThat(store.list("many/")).hasSize(1100);
  }

  @Test
  void whatIsDamagedOnItsWayIsRefusedByTheStore() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "as it is");
    assertThatThrownBy(() -> store.put("k", file, DigestUtils.sha256Hex("as it was")))
        .isInstanceOf(StoreFailure.class);
    assertThat(store.read("k")).isEmpty();
  }

  @Test
  void aConditionalWriteSucceedsForOneOnly() throws IOException {
    var first = store.put("pointer", bytes("1"), null);
    failure(Kind.CHANGED, () -> store.put("pointer", bytes("other"), null));
    var second = store.put("pointer", bytes("2"), first);
    failure(Kind.CHANGED, () -> store.put("pointer", bytes("other"), first));
    failure(Kind.CHANGED, () -> store.put("nothing", bytes("other"), first));

    var read = store.read("pointer").orElseThrow();
    assertThat(read.bytes()).isEqualTo(bytes("2"));
    assertThat(read.etag()).isEqualTo(second);
    assertThat(store.list("pointer").get(0).etag()).as("one name everywhere").isEqualTo(second);
  }

  @Test
  void anObjectThatChangedSinceItWasListedIsNotRead() throws IOException {
    put("k", "1");
    var listed = store.list("k").get(0);
    put("k", "2");
    failure(Kind.CHANGED, () -> store.open(listed));
    store.delete("k");
    failure(Kind.CHANGED, () -> store.open(listed));
    store.delete("k");
    assertThat(store.read("k")).isEmpty();
  }

  @Test
  void aBucketThatIsNotThereIsNamed() throws StoreFailure {
    var other = Stores.open(Location.parse("s3a://bestaat-niet/p"));
    assertThat(failure(Kind.CONFIGURATION, () -> other.list("")))
        .hasMessageContainingAll("bucket 'bestaat-niet'", "127.0.0.1", "not exist");
    failure(Kind.CONFIGURATION, () -> other.read("k"));
    failure(Kind.CONFIGURATION, () -> other.put("k", bytes("x"), null));
  }

  @Test
  void wrongCredentialsAreNeverRepeated() throws Exception {
    server.set("aws.secretAccessKey", "verkeerd-geheim");
    var refused = failure(Kind.CONFIGURATION, () -> server.open("p").list(""));
    assertThat(refused)
        .hasMessageContainingAll("credentials", "SignatureDoesNotMatch")
        .hasMessageNotContaining("verkeerd-geheim");
  }

  @Test
  void aStoreThatIsAwayIsToldWithItsHost() throws Exception {
    server.stop();
    assertThat(failure(Kind.AWAY, () -> store.list("register/")))
        .hasMessageContainingAll("s3a://proeftuinen/", "127.0.0.1", "cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, CONFIGURATION, No permission to list s3a://proeftuinen/p/x",
    "403, ExpiredToken, CONFIGURATION, does not accept the credentials (ExpiredToken)",
    "301, PermanentRedirect, CONFIGURATION, another region",
    "501, NotImplemented, CONFIGURATION, conditional",
    "503, SlowDown, AWAY, answers 503 (SlowDown)",
    "500, InternalError, AWAY, Try again later",
  })
  void whatAStoreAnswersIsSaidInWords(int status, String code, Kind kind, String words)
      throws Exception {
    var refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          var body = bytes("<Error><Code>" + code + "</Code><Message>x</Message></Error>");
          exchange.getResponseHeaders().add("Content-Type", "application/xml");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    refusing.start();
    try {
      server.set("aws.endpointUrl", "http://127.0.0.1:" + refusing.getAddress().getPort());
      var asked = server.open("p");
      assertThat(failure(kind, () -> asked.list("x"))).hasMessageContaining(words);
    } finally {
      refusing.stop(0);
    }
  }

  @Test
  void settingsThatAreNoneAreNamed() {
    server.set("aws.endpointUrl", "nergens");
    assertThat(List.of(failure(Kind.CONFIGURATION, () -> server.open("p").list("")).getMessage()))
        .first()
        .asString()
        .contains("AWS_ENDPOINT_URL");
  }
}
