package nl.oogst.run;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.cli.Main;

/** The program in a process of its own, with the class path of these tests. */
final class Child {
  private Child() {}

  static ProcessBuilder builder(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx512m");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  /** A run whose arguments are still to be added. */
  static ProcessBuilder builder(List<String> options) {
    return builder(options, new String[0]);
  }

  /** Runs to the end; the exit code. */
  static int run(File errors, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    return builder(options, arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errors)
        .start()
        .waitFor();
  }
}
