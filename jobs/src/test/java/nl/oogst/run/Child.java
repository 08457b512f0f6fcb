package nl.oogst.run;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.oogst.cli.Main;

/** The program in a process of its own, with the class path of these tests. */
final class Child {
  private static final String ARCHIVE_AT_EXIT = "-XX:ArchiveClassesAtExit=";

  private Child() {}

  static ProcessBuilder builder(List<String> options, String... arguments) {
    return builder(Main.class, options, arguments);
  }

  static ProcessBuilder builder(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx512m");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put("CLASSPATH", SparkStart.absolute(System.getProperty("java.class.path")));
    return builder;
  }

  /**
   * Runs that start quickly: the first one makes a class archive, which takes the classes of jars
   * only, for those after it. Their arguments are still to be added.
   *
   * @param folder for the archive
   */
  static Function<List<String>, ProcessBuilder> quick(Path folder) {
    Path archive = folder.resolve("classes.jsa");
    String classPath = jars(folder.resolve("classes.jar"));
    return options -> {
      List<String> all = new ArrayList<>(options);
      all.add("-XX:+UseSerialGC");
      all.add("-Xlog:disable");
      all.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : ARCHIVE_AT_EXIT) + archive);
      ProcessBuilder builder = builder(all, new String[0]);
      builder.environment().put("CLASSPATH", classPath);
      return builder;
    };
  }

  /** The class path, with the classes of the program in a jar and without those of tests. */
  private static String jars(Path jar) {
    try {
      Path classes =
          Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Path file : DataRoot.tree(classes)) {
          out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
          Files.copy(file, out);
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    String all = System.getProperty("java.class.path");
    return Stream.concat(
            Stream.of(jar.toString()),
            Stream.of(all.split(File.pathSeparator, -1)).filter(path -> path.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
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
