package nl.oogst.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Publishes without end, each release twice, for {@link KilledRunTest} to kill. */
final class KillTarget {
  private KillTarget() {}

  static String id(int number) {
    return ReleaseStore.releaseId("2025-01-31", String.format(Locale.ROOT, "%012x", number));
  }

  public static void main(String[] arguments) throws Exception {
    var store = new ReleaseStore(Path.of(arguments[0]));
    for (int i = 2 * Integer.parseInt(arguments[1]); ; i++) {
      try (var staging = store.begin()) {
        for (int file = 0; file < 6; file++) {
          var zone = file % 2 == 0 ? "public" : "restricted";
          try (var stream = staging.create(zone + "/file-" + file + ".txt")) {
            stream.write(("content " + i / 2).repeat(200).getBytes(StandardCharsets.UTF_8));
          }
        }
        staging.publish(ReleaseStoreTest.source(id(i / 2)));
      }
      System.out.println(i / 2);
    }
  }
}
