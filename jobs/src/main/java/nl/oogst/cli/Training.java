package nl.oogst.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs several commands in one process, so that one class archive serves them all. Only the
 * launcher calls it, after a build: {@code inspect FILE -- run …}.
 */
public final class Training {
  private Training() {}

  public static void main(String[] args) {
    List<String> command = new ArrayList<>();
    for (String argument : args) {
      if (argument.equals("--")) {
        Main.execute(command.toArray(String[]::new));
        command.clear();
      } else {
        command.add(argument);
      }
    }
    System.exit(Main.execute(command.toArray(String[]::new)));
  }
}
