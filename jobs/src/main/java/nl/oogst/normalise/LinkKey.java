package nl.oogst.normalise;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret with which link tokens are made. Its text never shows the secret. */
public final class LinkKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec secret;

  private LinkKey(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * Reads 64 hexadecimal characters.
   *
   * @throws IllegalArgumentException when it is anything else; the text is not repeated
   */
  public static LinkKey parse(String hex) {
    String digits = hex.strip();
    if (digits.length() != 2 * BYTES || !digits.chars().allMatch(LinkKey::isHex)) {
      throw new IllegalArgumentException("a link key is 64 hexadecimal characters");
    }
    return new LinkKey(HexFormat.of().parseHex(digits));
  }

  private static boolean isHex(int c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }

  Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is not available", e);
    }
  }

  @Override
  public String toString() {
    return "LinkKey(secret)";
  }
}
