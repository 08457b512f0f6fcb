package nl.oogst.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes pictures of pages as on a desk, on a phone and on paper: {@code Pictures FOLDER PAGE…}. */
public final class Pictures {
  private Pictures() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    try (Chromium browser = Chromium.start()) {
      for (int i = 1; i < arguments.length; i++) {
        Path page = Path.of(arguments[i]).toAbsolutePath();
        String name = page.getFileName().toString().replace(".html", "");
        for (int width : new int[] {1280, 390}) {
          browser.open(page, width);
          Files.write(folder.resolve(name + "-" + width + ".png"), browser.picture());
        }
        Files.write(folder.resolve(name + ".pdf"), browser.pdf());
      }
    }
  }
}
