/**
 * Charts as SVG. In: numbers and labels, ready to be shown. Out: one self-contained {@code <svg>}
 * element, the same bytes for the same numbers. Knows nothing of data sets or languages: every word
 * is given. A chart never stands alone: the document that shows it gives a text alternative and a
 * table with the same numbers.
 *
 * <p>Colours differ in lightness as well as in hue, and marks differ in shape, so that a chart
 * holds in grey and for those who see colours differently.
 */
package nl.oogst.report.chart;
