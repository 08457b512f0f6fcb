package nl.oogst.model;

/**
 * Keyed tokens of a person's surname, first initial and birth date, made in memory with the link
 * key (HMAC-SHA-256); without the key nothing can be read from them. A token is null when a part of
 * it was not delivered.
 *
 * @param exact kind A: surname, first initial, birth date
 * @param phonetic kind B: the surname as it sounds
 * @param swapped kind C: as A with day and month swapped, to be compared with A of another record
 * @param birth the birth date alone, only to see that two records cannot be one person
 */
public record LinkTokens(String exact, String phonetic, String swapped, String birth) {}
