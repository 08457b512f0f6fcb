package nl.oogst.resolve;

import java.io.Serializable;

/**
 * Two records of one job in different proeftuinen.
 *
 * @param rule {@code a} by the person, {@code b} by the contract (contract, section 5 rule 4)
 * @param tokenKind {@code A} exact, {@code B} phonetic, {@code C} day and month swapped; null for b
 */
public record Link(
    String rule,
    String proeftuinA,
    String placementA,
    String proeftuinB,
    String placementB,
    String tokenKind)
    implements Serializable {

  static String job(String proeftuin, String placementId) {
    return proeftuin + "/" + placementId;
  }

  String jobA() {
    return job(proeftuinA, placementA);
  }

  String jobB() {
    return job(proeftuinB, placementB);
  }
}
