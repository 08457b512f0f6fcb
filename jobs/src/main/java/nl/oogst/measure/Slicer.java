package nl.oogst.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** The slices that engagements belong to; those with equal dimensions share them. */
final class Slicer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Frame frame;
  private transient Map<Dimensions, Slice[]> known;

  private record Dimensions(
      String organisation,
      String proeftuin,
      String targetGroup,
      String route,
      String attribution,
      String contractForm) {}

  Slicer(Frame frame) {
    this.frame = frame;
  }

  /** One slice for each breakdown; not to be changed. */
  Slice[] slices(Engagement engagement) {
    if (known == null) {
      known = new HashMap<>();
    }
    var state = engagement.state();
    Dimensions dimensions =
        new Dimensions(
            state.organisation(),
            engagement.placement().proeftuin(),
            state.targetGroup(),
            state.route(),
            state.attribution(),
            state.contractForm());
    return known.computeIfAbsent(dimensions, d -> frame.slices(engagement));
  }
}
