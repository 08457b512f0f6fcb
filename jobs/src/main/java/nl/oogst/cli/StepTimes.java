package nl.oogst.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Passes lines about progress on, and times the steps that they announce. */
final class StepTimes implements Consumer<String> {
  private static final String FIRST = "scanning";

  /** What follows a line that begins so; other lines are about the step that is busy. */
  private static final Map<String, String> STEPS = Map.of("deliveries", "starting");

  private static final Set<String> ANNOUNCED =
      Set.of(
          "reading",
          "resolving",
          "linking",
          "measuring",
          "writing",
          "comparing",
          "reporting",
          "publishing");

  private final Consumer<String> next;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String busy = FIRST;
  private long since = System.nanoTime();

  StepTimes(Consumer<String> next) {
    this.next = next;
  }

  @Override
  public void accept(String line) {
    int end = 0;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    String word = line.substring(0, end);
    if (ANNOUNCED.contains(word) || STEPS.containsKey(word)) {
      begin(STEPS.getOrDefault(word, word));
    }
    next.accept(line);
  }

  private void begin(String step) {
    long now = System.nanoTime();
    seconds.merge(busy, (now - since) / 1e9, Double::sum);
    busy = step;
    since = now;
  }

  /** Seconds by step, in their order, up to now. */
  Map<String, Double> seconds() {
    begin(busy);
    return new LinkedHashMap<>(seconds);
  }
}
