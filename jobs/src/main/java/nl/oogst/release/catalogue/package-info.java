/**
 * In: a finished release in its staging folder, with its declarations. Out: what describes it to
 * others: {@code datapackage.json}, {@code dcat.jsonld}, the data dictionary, views for analysts,
 * and the lineage of the run.
 *
 * <p>Everything follows from the release itself: no clock, and nothing about any person.
 */
package nl.oogst.release.catalogue;
