package nl.oogst.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.oogst.Folders;

/**
 * A real browser without a window, driven by its own protocol (Chrome DevTools). Nothing is
 * downloaded: it is the one of this machine, or there is none.
 */
public final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private int last;

  /** The browser of this machine: {@code OOGST_CHROMIUM}, or one on the PATH. */
  public static Optional<Path> find() {
    String own = System.getenv("OOGST_CHROMIUM");
    if (own != null) {
      return Optional.of(Path.of(own));
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path program = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
        if (Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /** Starts it; the caller closes it. */
  public static Chromium start() throws IOException, InterruptedException {
    return new Chromium(find().orElseThrow());
  }

  private Chromium(Path program) throws IOException, InterruptedException {
    profile = Files.createTempDirectory("chromium");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox", // it runs as root in a container, on pages of our own
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    HttpClient http = HttpClient.newHttpClient();
    URI list = URI.create("http://127.0.0.1:" + port() + "/json/list");
    String targets =
        http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    String page = "";
    for (JsonNode target : JSON.readTree(targets)) {
      if (target.path("type").asText().equals("page")) {
        page = target.path("webSocketDebuggerUrl").asText();
      }
    }
    socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new Listener()).join();
    call("Page.enable", JSON.createObjectNode());
  }

  private String port() throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long until = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < until) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() > 1) {
        return lines.get(0);
      }
      if (!process.isAlive()) {
        throw new IOException("the browser stopped with " + process.exitValue());
      }
      Thread.sleep(50);
    }
    throw new IOException("the browser does not answer");
  }

  /** Puts the parts of a message together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
      text.append(data);
      if (end) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private JsonNode call(String method, ObjectNode parameters) throws IOException {
    int id = ++last;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return await(answer -> answer.path("id").asInt() == id).path("result");
  }

  private JsonNode await(java.util.function.Predicate<JsonNode> wanted) throws IOException {
    try {
      while (true) {
        JsonNode message = messages.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
          throw new IOException("the browser does not answer");
        }
        if (message.has("error")) {
          throw new IOException(message.path("error").toString());
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Shows a page as wide as a screen, and waits until it is there. */
  public Chromium open(Path page, int width) throws IOException {
    call(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", width)
            .put("height", 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
    call("Page.navigate", JSON.createObjectNode().put("url", page.toUri().toString()));
    await(message -> message.path("method").asText().equals("Page.loadEventFired"));
    return this;
  }

  /** The value of an expression in the page, a promise's when it comes. */
  public JsonNode evaluate(String script) throws IOException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            JSON.createObjectNode()
                .put("expression", script)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Shows the page as it is printed, or as on a screen again. */
  public void print(boolean paper) throws IOException {
    call("Emulation.setEmulatedMedia", JSON.createObjectNode().put("media", paper ? "print" : ""));
  }

  /** A picture of the whole page. */
  public byte[] picture() throws IOException {
    JsonNode size = call("Page.getLayoutMetrics", JSON.createObjectNode()).path("cssContentSize");
    ObjectNode clip =
        JSON.createObjectNode()
            .put("x", 0)
            .put("y", 0)
            .put("width", size.path("width").asDouble())
            .put("height", size.path("height").asDouble())
            .put("scale", 1);
    ObjectNode parameters = JSON.createObjectNode().put("captureBeyondViewport", true);
    parameters.set("clip", clip);
    return bytes(call("Page.captureScreenshot", parameters));
  }

  /** The page on paper. */
  public byte[] pdf() throws IOException {
    return bytes(call("Page.printToPDF", JSON.createObjectNode().put("preferCSSPageSize", true)));
  }

  private static byte[] bytes(JsonNode answer) {
    return Base64.getDecoder().decode(answer.path("data").asText());
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
    Folders.delete(profile);
  }
}
