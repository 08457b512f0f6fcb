package nl.oogst.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The slices that engagements belong to; those with equal dimensions share them. */
final class Slicer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Frame frame;
  private final int[] breakdowns;
  private transient Map<Dimensions, Slices> known;

  private record Dimensions(
      String organisation,
      String proeftuin,
      String targetGroup,
      String route,
      String attribution,
      String contractForm) {

    /** As a record would, which asks for it through a slower way: millions are compared. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Dimensions that
          && Objects.equals(organisation, that.organisation)
          && Objects.equals(proeftuin, that.proeftuin)
          && Objects.equals(targetGroup, that.targetGroup)
          && Objects.equals(route, that.route)
          && Objects.equals(attribution, that.attribution)
          && Objects.equals(contractForm, that.contractForm);
    }

    @Override
    public int hashCode() {
      return Slice.hash(0, organisation, proeftuin, targetGroup, route, attribution, contractForm);
    }

    String[] values() {
      return new String[] {organisation, proeftuin, targetGroup, route, attribution, contractForm};
    }
  }

  /** The slices of one combination of dimensions, one by one and as one. */
  private record Slices(List<Slice> each, List<Slice> bundle) {}

  Slicer(Frame frame) {
    this(frame, breakdown -> true);
  }

  /** Slices of some of the breakdowns. */
  Slicer(Frame frame, Predicate<Breakdown> asked) {
    this.frame = frame;
    this.breakdowns =
        IntStream.range(0, frame.breakdowns().size())
            .filter(i -> asked.test(frame.breakdowns().get(i)))
            .toArray();
  }

  /**
   * Where an engagement of a person counts: one slice for each breakdown, or a bundle of them for a
   * person who adds the same to each.
   */
  List<Slice> slices(Person person, Engagement engagement) {
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
    Slices slices = known.computeIfAbsent(dimensions, d -> slices(d, engagement));
    return person.inOnePlace() ? slices.bundle() : slices.each();
  }

  /** One slice for each breakdown. */
  Slice[] each(Engagement engagement) {
    return Arrays.stream(breakdowns)
        .mapToObj(breakdown -> frame.slice(breakdown, engagement))
        .toArray(Slice[]::new);
  }

  private Slices slices(Dimensions dimensions, Engagement engagement) {
    List<Slice> each = Arrays.stream(breakdowns).mapToObj(b -> frame.slice(b, engagement)).toList();
    return new Slices(each, List.of(Slice.bundle(dimensions.values(), each)));
  }
}
