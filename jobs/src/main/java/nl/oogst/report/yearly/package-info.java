/**
 * The yearly report (leerrapportage): what the proeftuinen yielded, whether it lasts, what was
 * learned and how sure that is. In: the public data sets of one release and the definitions. Out: a
 * {@link nl.oogst.report.document.Document} in Dutch or English. Sentences follow from figures by
 * rules; a figure that is not published appears nowhere. May not read the restricted zone, nor say
 * that one thing caused another.
 */
package nl.oogst.report.yearly;
