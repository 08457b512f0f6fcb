/**
 * Studies of the whole, larger than a test: each has a small version among the tests and a page in
 * {@code docs/} with what the large one found.
 */
package nl.oogst.study;
