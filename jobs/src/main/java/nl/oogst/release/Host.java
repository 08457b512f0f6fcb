package nl.oogst.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine that this runs on. */
public final class Host {
  private Host() {}

  /** Its name, from what is at hand: asking the network for it can take seconds. */
  public static String name() {
    for (var variable : List.of("HOSTNAME", "COMPUTERNAME")) {
      var name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return "an unnamed host";
    }
  }

  /** This process, as those who wait for it are told. */
  static String process() {
    return process(ProcessHandle.current());
  }

  static String process(ProcessHandle process) {
    var start = process.info().startInstant().map(at -> ", started " + at).orElse("");
    return "process " + process.pid() + " on " + name() + start;
  }
}
