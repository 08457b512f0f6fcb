/**
 * A report as a value: sections of paragraphs, key figures, charts and tables, in one language. In:
 * words and numbers that are ready to be shown. Out: HTML that stands alone, plain text, and the
 * tables behind the charts. Knows nothing of data sets; a chart always comes with a text
 * alternative and a table.
 */
package nl.oogst.report.document;
