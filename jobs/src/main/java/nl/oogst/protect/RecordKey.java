package nl.oogst.protect;

/** The record key of one person; {@link RecordKeys} computes many faster. */
public final class RecordKey {
  private RecordKey() {}

  /**
   * First 64 bits of HMAC-SHA-256, as an unsigned number.
   *
   * @see RecordKeys#of
   */
  public static long of(byte[] disclosureKey, String personId) {
    return new RecordKeys(disclosureKey).of(personId);
  }
}
