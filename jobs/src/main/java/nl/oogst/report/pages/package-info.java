/**
 * A page for each ministry and each proeftuin beside the yearly report: what you did, set against
 * the whole, and what you could learn from whom. In: the public data sets of one release, as the
 * report reads them. Out: HTML pages that stand alone, and an index. Only public figures appear,
 * also on the page of the proeftuin itself, so that every page may lie in the public folder and
 * none can show another's. May not rank, nor say that one thing caused another.
 */
package nl.oogst.report.pages;
