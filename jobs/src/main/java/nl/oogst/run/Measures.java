package nl.oogst.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import nl.oogst.measure.BanenafspraakContributions;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Comparisons;
import nl.oogst.measure.DeliveredIndicators;
import nl.oogst.measure.DeliveryQuality;
import nl.oogst.measure.EndReasons;
import nl.oogst.measure.Frame;
import nl.oogst.measure.FromCounts;
import nl.oogst.measure.JobsRealised;
import nl.oogst.measure.LessonNotes;
import nl.oogst.measure.LessonThemes;
import nl.oogst.measure.Lessons;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Obligations;
import nl.oogst.measure.PracticeUse;
import nl.oogst.measure.SustainabilityIndicators;
import nl.oogst.measure.Targets;
import nl.oogst.measure.Trends;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Item;
import nl.oogst.model.Proeftuin;
import nl.oogst.protect.GateTable;
import nl.oogst.protect.RecordKeys;
import nl.oogst.release.revision.Measured;
import nl.oogst.resolve.SmallItems;

/** The list of measures: a data set of figures is added here, in its class and in its schema. */
final class Measures {
  private final List<Measure> all;
  private final Frame frame;
  private final Definitions definitions;
  private final List<Proeftuin> register;
  private final ToLongFunction<String> keys;
  private final StatedCounts stated;
  private final Written written;

  Measures(
      Frame frame,
      Definitions definitions,
      List<Proeftuin> register,
      Written written,
      byte[] disclosureKey) {
    this.frame = frame;
    this.definitions = definitions;
    this.register = register;
    this.keys = new RecordKeys(disclosureKey)::of;
    this.written = written;
    this.stated = new StatedCounts(frame, definitions, register);
    this.all =
        List.of(
            new JobsRealised(frame),
            new BanenafspraakContributions(frame, definitions.banen()),
            new SustainabilityIndicators(frame),
            new Obligations(frame, register),
            new EndReasons(frame, definitions.schemas().codelist("end_reasons")),
            new Comparisons(frame, register, definitions.banen(), definitions.comparisons()),
            new Lessons(
                frame,
                definitions.banen(),
                definitions.lessons(),
                register,
                written.uses(),
                LessonNotes.voices(written.notes())));
  }

  List<Measure> all() {
    return all;
  }

  /**
   * What the sums of persons of one proeftuin depend on besides what was resolved of it, the links
   * and the day that the frame begins on.
   */
  String basis(String proeftuin) {
    StringBuilder basis = new StringBuilder();
    basis.append(frame.phases().get(proeftuin)).append(' ').append(keys.applyAsLong(proeftuin));
    all.forEach(measure -> basis.append('\n').append(measure.basis(proeftuin)));
    return basis.toString();
  }

  /** What the figures are made of. */
  Measured measured(PersonTask.AllCells cells) {
    Map<String, Cells> byDataSet = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      byDataSet.put(all.get(i).dataSet(), cells.cells().get(i));
    }
    return new Measured(frame.first(), byDataSet);
  }

  /** Collects the data sets that add up persons; some have more to add. */
  void write(PersonTask.AllCells cells, PublicSets sets) {
    for (int i = 0; i < all.size(); i++) {
      Measure measure = all.get(i);
      if (measure instanceof FromCounts fromCounts) {
        sets.collect(fromCounts, cells.cells().get(i));
        continue;
      }
      DataSetSchema schema = definitions.dataSet(measure.dataSet());
      List<Object[]> rows = measure.rows(cells.cells().get(i), schema);
      sets.collect(measure.dataSet(), rows);
      stated.count(measure, cells.cells().get(i), rows, schema);
    }
  }

  /** Writes what rests on deliveries rather than persons, and all that was collected. */
  void write(
      List<DeliveryQuality.Delivered> delivered,
      List<SmallItems.Seen> items,
      Names names,
      PublicSets sets)
      throws IOException {
    DeliveryQuality quality =
        new DeliveryQuality(frame, register, definitions.rhythms(register), delivered, keys);
    sets.collect("deliveries", quality.rows(definitions.dataSet("deliveries")));
    List<DeliveredIndicators.Delivered> indicators = new ArrayList<>();
    for (SmallItems.Seen seen : items) {
      if (seen.item() instanceof Item.Indicator indicator) {
        indicators.add(
            new DeliveredIndicators.Delivered(
                names.delivery(seen.place().delivery()).proeftuin(), indicator));
      }
    }
    sets.collect(
        "sustainability_indicators",
        new DeliveredIndicators(frame, register, definitions.schemas().codelist("indicators"), keys)
            .rows(indicators, definitions.dataSet("sustainability_indicators")));
    sets.writeCollected(users());
    stated.write(delivered, items, names, keys, sets);
    sets.writeDerived(
        "trends",
        dataSets ->
            new Trends(definitions.trends(), definitions.dataSet("trends"))
                .rows(dataSets, definitions.dataSets()));
  }

  /** Who uses which practice. */
  private GateTable users() {
    DataSetSchema schema = definitions.dataSet("practices");
    List<Object[]> rows = new ArrayList<>();
    for (PracticeUse use : written.uses()) {
      Object[] row = new Object[schema.columns().size()];
      row[schema.indexOf("practice")] = use.practice();
      row[schema.indexOf("proeftuin")] = use.proeftuin();
      rows.add(row);
    }
    return new GateTable(schema, rows, rows);
  }

  /** Writes targets beside what was realised; needs the published figures. */
  void writeTargets(PublicSets sets) throws IOException {
    Targets targets = new Targets(definitions.targets(), definitions.dataSets());
    sets.writeDerived("targets", targets::rows);
  }

  /** Writes the lessons in words: the notes themselves, and what they are about. */
  void write(Written written, PublicSets sets) throws IOException {
    sets.writeOpen(
        "lesson_notes", LessonNotes.rows(written.notes(), definitions.dataSet("lesson_notes")));
    LessonThemes themes =
        new LessonThemes(
            written.notes(),
            frame.asOf(),
            definitions.lessons().themeYears(),
            definitions.dataSet("lesson_themes"));
    sets.writeOpen("lesson_themes", themes.rows());
  }
}
