/**
 * Makes synthetic data: the checked-in sample and roots of any larger size.
 *
 * <p>In: a seed and a size. Out: a data root (register, deliveries), source profiles, and a list of
 * every mistake planted in it. The same seed gives the same bytes on every machine: no clock, no
 * locale, no platform compression. Nothing here is taken from real people, suppliers or contracts.
 * It may not import any step of the harvest, so that it can judge them.
 */
package nl.oogst.sample;
