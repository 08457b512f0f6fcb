package nl.oogst.release.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.DataSetSchema.Zone;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.Staging;

/** Writes what describes a release beside its data sets, in both zones. */
public final class Catalogue {
  private final Staging staging;
  private final Described release;
  private final Terms terms;

  private Catalogue(Staging staging, Described release) {
    this.staging = staging;
    this.release = release;
    this.terms = Terms.load(release.schemas());
  }

  /**
   * Writes the catalogue; all data sets must be finished.
   *
   * @throws nl.oogst.model.SchemaMistake when {@code rules/catalogue.json} is not right
   */
  public static void write(Staging staging, Described release) throws OutputFailure {
    new Catalogue(staging, release).write();
  }

  private void write() throws OutputFailure {
    var open = resources(staging.publicFolder(), "", Zone.PUBLIC);
    var closed = new ArrayList<>(resources(staging.restrictedFolder(), "", Zone.RESTRICTED));
    closed.addAll(
        resources(staging.restrictedFolder().resolve("unprotected"), "unprotected/", Zone.PUBLIC));
    var dataPackage = new DataPackage(release, terms);
    put("public/datapackage.json", Json.pretty(dataPackage.of(Zone.PUBLIC, open)));
    put("restricted/datapackage.json", Json.pretty(dataPackage.of(Zone.RESTRICTED, closed)));
    put("public/dcat.jsonld", Json.pretty(new Dcat(release, terms).of(open)));
    put("public/views.sql", new Views(release.schemas()).of(open));
    var dictionary = new DataDictionary(release.dataSets().values(), release.schemas());
    put("public/data-dictionary.html", dictionary.html(DataDictionary.Language.NL));
    put("public/data-dictionary.en.html", dictionary.html(DataDictionary.Language.EN));
    var all = new ArrayList<>(open);
    all.addAll(closed);
    put("restricted/lineage/openlineage.jsonl", new Lineage(release, terms).of(all));
  }

  /** The data sets that lie in a folder, in order of name. */
  private List<Resource> resources(Path folder, String prefix, Zone zone) throws OutputFailure {
    var found = new ArrayList<Resource>();
    for (var schema : release.dataSets().values()) {
      if (schema.zone() == zone && Files.exists(folder.resolve(schema.name() + ".parquet"))) {
        var entries = new ArrayList<nl.oogst.release.Manifest.Entry>();
        for (var file : ParquetSetReader.files(folder, schema.name())) {
          entries.add(staging.entry(file));
        }
        found.add(new Resource(prefix + schema.name(), schema, entries));
      }
    }
    return found;
  }

  private void put(String path, String text) throws OutputFailure {
    try (var out = staging.create(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw OutputFailure.of("write", staging.path(path), e);
    }
  }
}
