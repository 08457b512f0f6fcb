package nl.oogst.report.pages;

import nl.oogst.report.document.Section;
import nl.oogst.report.yearly.Edition;

/** A part of the page of a ministry or proeftuin. */
interface Part {
  Section write(Edition edition, Subject subject);
}
