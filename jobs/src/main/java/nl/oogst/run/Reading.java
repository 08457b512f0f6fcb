package nl.oogst.run;

import java.io.Serializable;
import java.util.function.Function;
import nl.oogst.map.Profile;
import nl.oogst.map.Profiles;
import nl.oogst.map.TableMapper;
import nl.oogst.model.Schemas;
import nl.oogst.normalise.ColumnContent;
import nl.oogst.normalise.LinkKey;
import nl.oogst.read.DialectHint;

/** What is needed to read any delivered file. Its text never shows the link key. */
final class Reading implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Schemas schemas;
  private final Profiles profiles;
  private final String linkKey;
  private transient TableMapper mapper;

  /**
   * All that reading needs.
   *
   * @param linkKey 64 hexadecimal characters, or null: nothing is linked by person
   */
  Reading(Schemas schemas, Profiles profiles, String linkKey) {
    this.schemas = schemas;
    this.profiles = profiles;
    this.linkKey = linkKey;
  }

  /** The same for a task by itself. */
  Reading ofTask() {
    return new Reading(schemas, profiles, linkKey);
  }

  Schemas schemas() {
    return schemas;
  }

  Profiles profiles() {
    return profiles;
  }

  /** What is known of the dialects of files of a proeftuin, by name. */
  Function<String, DialectHint> hints(String proeftuin) {
    Profile profile = profiles.find(proeftuin).orElse(null);
    return profile == null ? name -> DialectHint.NONE : profile::dialect;
  }

  /** Made where it is used, once: a task has an object of its own. */
  TableMapper mapper() {
    if (mapper == null) {
      mapper = new TableMapper(schemas, new ColumnContent(schemas));
    }
    return mapper;
  }

  LinkKey key() {
    return linkKey == null ? null : LinkKey.parse(linkKey);
  }
}
