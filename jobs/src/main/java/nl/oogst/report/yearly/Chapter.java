package nl.oogst.report.yearly;

import nl.oogst.report.document.Section;

/** A part of the report that is written from the figures of an edition. */
interface Chapter {
  Section write(Edition edition);
}
