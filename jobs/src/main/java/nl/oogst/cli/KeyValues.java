package nl.oogst.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.run.WrongUse;

/** Arguments such as {@code period=2024}. */
final class KeyValues {
  private KeyValues() {}

  /**
   * The values by key.
   *
   * @throws WrongUse for an argument that is none, or a key that stands twice
   */
  static Map<String, String> parse(List<String> arguments) {
    Map<String, String> values = new TreeMap<>();
    for (String argument : arguments) {
      int at = argument.indexOf('=');
      if (at < 1) {
        throw new WrongUse("'" + argument + "' is no key=value, such as period=2024.");
      }
      if (values.put(argument.substring(0, at), argument.substring(at + 1)) != null) {
        throw new WrongUse("'" + argument.substring(0, at) + "' is given twice.");
      }
    }
    return values;
  }
}
