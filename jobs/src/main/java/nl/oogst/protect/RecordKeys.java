package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The record keys of persons: the first 64 bits of HMAC-SHA-256 over the person's id in UTF-8, read
 * as an unsigned number; divided by 2^64 it is the record key in [0, 1) of the cell-key method (SDC
 * Handbook, section 5.4; Thompson, Broadfoot and Elazar 2013).
 *
 * <p>The key of a cell is the sum of the keys of the distinct persons in it. Sums of {@code long}
 * wrap around at 2^64, which is exactly the fractional part that the method asks for: add record
 * keys with {@code +} and nothing else.
 *
 * <p>One instance belongs to one thread.
 */
public final class RecordKeys {
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private final Mac mac;

  /**
   * @param disclosureKey the secret that belongs to the whole series of releases
   */
  public RecordKeys(byte[] disclosureKey) {
    requireNonNull(disclosureKey, "disclosureKey");
    if (disclosureKey.length == 0) {
      throw new IllegalArgumentException("the disclosure key is empty");
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(disclosureKey, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** The record key of one person. */
  public long of(String personId) {
    var digest = mac.doFinal(personId.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  /** A record or cell key as a number in [0, 1), of its first 53 bits. */
  public static double fraction(long key) {
    return (key >>> 11) * TWO_TO_MINUS_53;
  }
}
