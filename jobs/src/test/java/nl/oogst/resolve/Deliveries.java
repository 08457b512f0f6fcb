package nl.oogst.resolve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;

/** The deliveries of one proeftuin, one after another, with what they show of one placement. */
public final class Deliveries {
  /** The rules of this repository. */
  static final ChangeRules CHANGES = new ChangeRules(12 * Fixed.ONE, 2, 1, 1, 0.1);

  private final String proeftuin;
  private final List<Knowledge.Entry> entries = new ArrayList<>();
  private final Sightings sightings = new Sightings();
  private int line = 1;
  private int file = -1;

  private Deliveries(String proeftuin) {
    this.proeftuin = proeftuin;
  }

  public static Deliveries of(String proeftuin) {
    return new Deliveries(proeftuin);
  }

  /** A delivery that holds all placements of the proeftuin. */
  public Deliveries snapshot(String peildatum) {
    return next(peildatum, Knowledge.Mode.SNAPSHOT);
  }

  /** A delivery that holds what changed. */
  public Deliveries delta(String peildatum) {
    return next(peildatum, Knowledge.Mode.DELTA);
  }

  /** A delivery without placements. */
  public Deliveries other(String peildatum) {
    return next(peildatum, Knowledge.Mode.NONE);
  }

  private Deliveries next(String peildatum, Knowledge.Mode mode) {
    entries.add(new Knowledge.Entry(entries.size(), PlacementOf.day(peildatum), mode));
    return file();
  }

  /** A further file of the same delivery. */
  public Deliveries file() {
    file++;
    line = 1;
    return this;
  }

  /** Begins a row in the present file; its line. */
  private long next(ByteWriter out) {
    Sightings.file(out, entries.size() - 1, file);
    return ++line;
  }

  public Deliveries shows(PlacementOf placement) {
    ByteWriter out = new ByteWriter();
    Sightings.write(out, next(out), placement.item());
    sightings.add(out.toBytes());
    return this;
  }

  public Deliveries unusableRow() {
    ByteWriter out = new ByteWriter();
    Sightings.writeUnusable(out, next(out));
    sightings.add(out.toBytes());
    return this;
  }

  public Deliveries paid(String from, String to, String hours) {
    ByteWriter out = new ByteWriter();
    Sightings.write(
        out,
        next(out),
        new Item.PaidHours(
            "p", PlacementOf.day(from), PlacementOf.day(to), Fixed.of(new BigDecimal(hours))));
    sightings.add(out.toBytes());
    return this;
  }

  Knowledge knowledge() {
    return new Knowledge(entries);
  }

  Sightings sightings() {
    return sightings;
  }

  public Resolution resolve(String asOf) {
    return PlacementResolver.resolve(
        proeftuin, sightings, knowledge(), CHANGES, PlacementOf.day(asOf));
  }
}
