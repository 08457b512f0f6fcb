package nl.oogst.resolve;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Collection;

/**
 * Which contracts the jobs of a proeftuin are of, in no more bits however many there are. Jobs are
 * paired by contract between proeftuinen only, and few contracts are found in two: whatever has no
 * mark that another proeftuin has too need not be looked at.
 */
public final class ContractMarks implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MARKS = 1 << 15;

  private final BitSet marks = new BitSet();

  /** Marks the contract of a key of {@link LinkBlock#keys}; keys of persons leave no mark. */
  public void add(String key) {
    if (LinkBlock.isOfContract(key)) {
      marks.set(mark(key));
    }
  }

  /** Adds the marks of others. */
  public void add(ContractMarks others) {
    marks.or(others.marks);
  }

  /** The marks that are found with more than one of them. */
  public static ContractMarks shared(Collection<ContractMarks> all) {
    BitSet once = new BitSet();
    ContractMarks shared = new ContractMarks();
    for (ContractMarks one : all) {
      BitSet again = (BitSet) one.marks.clone();
      again.and(once);
      shared.marks.or(again);
      once.or(one.marks);
    }
    return shared;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Whether the jobs under a key can tell anything where these are the marks that are shared. */
  public boolean mayTell(String key) {
    return !LinkBlock.isOfContract(key) || marks.get(mark(key));
  }

  /** Of the contract and its supplier, which come first. */
  private static int mark(String key) {
    int supplier = key.indexOf(LinkCandidate.BETWEEN);
    int end = key.indexOf(LinkCandidate.BETWEEN, supplier + 1);
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return (hash ^ (hash >>> 15)) & (MARKS - 1);
  }
}
