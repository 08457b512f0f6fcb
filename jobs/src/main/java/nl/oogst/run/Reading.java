package nl.oogst.run;

import java.io.Serializable;
import nl.oogst.map.Profiles;
import nl.oogst.map.TableMapper;
import nl.oogst.model.Schemas;
import nl.oogst.normalise.LinkKey;

/**
 * What is needed to read any delivered file.
 *
 * @param linkKey 64 hexadecimal characters, or null: nothing is linked by person
 */
record Reading(Schemas schemas, Profiles profiles, TableMapper mapper, String linkKey)
    implements Serializable {

  LinkKey key() {
    return linkKey == null ? null : LinkKey.parse(linkKey);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Reading";
  }
}
