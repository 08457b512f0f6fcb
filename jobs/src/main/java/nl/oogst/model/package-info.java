/** Fields, codes, issues and periods. */
package nl.oogst.model;
