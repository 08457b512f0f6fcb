/**
 * In: the restricted records of a published release. Out: the placements as its figures used them,
 * with the rows they come from, so that figures can be traced and compared.
 */
package nl.oogst.release.records;
