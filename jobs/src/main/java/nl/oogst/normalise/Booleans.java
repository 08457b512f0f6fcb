package nl.oogst.normalise;

import java.util.Optional;
import nl.oogst.model.Folding;

/** Reads yes and no: {@code ja/nee}, {@code J/N}, {@code x}, {@code 1/0}, {@code waar/onwaar}. */
final class Booleans {
  private Booleans() {}

  /** Empty for what is neither yes nor no. */
  static Optional<Boolean> parse(String text) {
    if (text.equals("✓") || text.equals("✔") || text.equals("☑") || text.equals("☒")) {
      return Optional.of(true);
    }
    if (text.equals("✗") || text.equals("✘") || text.equals("☐")) {
      return Optional.of(false);
    }
    if (text.equals("+") || text.equals("1.0") || text.equals("0.0")) {
      return Optional.of(!text.equals("0.0"));
    }
    return switch (Folding.fold(text)) {
      case "wel", "ok", "oke", "okay", "mag", "toegestaan" -> Optional.of(true);
      case "niet", "magniet", "niettoegestaan", "nietakkoord" -> Optional.of(false);
      case "ja", "j", "yes", "y", "true", "waar", "1", "x", "v", "aan", "akkoord" ->
          Optional.of(true);
      case "nee", "n", "neen", "no", "false", "onwaar", "0", "uit", "geenakkoord" ->
          Optional.of(false);
      default -> Optional.empty();
    };
  }
}
