package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import nl.oogst.model.LinkTokens;

/**
 * Jobs that share a value which may make them the same job or the same person. Only blocks with
 * more than one person number or proeftuin are worth looking at, and few are.
 */
public record LinkBlock(Kind kind, List<Member> members) {

  /** What the members of a block share. */
  public enum Kind {
    /** The exact token; of swapped members the token with day and month swapped. */
    PERSON('p'),
    /** The phonetic token. */
    SOUND('s'),
    /** The fields of rule b. */
    CONTRACT('c');

    private final char tag;

    Kind(char tag) {
      this.tag = tag;
    }

    private String key(String value) {
      return tag + value;
    }

    private static Kind of(String key) {
      for (Kind kind : values()) {
        if (kind.tag == key.charAt(0)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of block starts with '" + key.charAt(0) + "'");
    }
  }

  /** A job in a block; swapped when it shares the value only with day and month swapped. */
  public record Member(LinkCandidate job, boolean swapped) {}

  /**
   * Hands out the keys under which a job may meet others, with itself as bytes.
   *
   * @param several whether there is more than one proeftuin; only then contracts tell anything
   */
  public static void keys(
      ResolvedPlacement placement, boolean several, BiConsumer<String, byte[]> sink) {
    if (!placement.isJob() || (!several && placement.state().link() == null)) {
      return;
    }
    LinkCandidate job = LinkCandidate.of(placement);
    byte[] bytes = job.toBytes();
    if (several && job.contract() != null) {
      sink.accept(Kind.CONTRACT.key(job.contract()), flagged(bytes, false));
    }
    LinkTokens link = job.link();
    if (link == null) {
      return;
    }
    if (link.exact() != null) {
      sink.accept(Kind.PERSON.key(link.exact()), flagged(bytes, false));
    }
    if (link.swapped() != null && !link.swapped().equals(link.exact())) {
      sink.accept(Kind.PERSON.key(link.swapped()), flagged(bytes, true));
    }
    if (link.phonetic() != null) {
      sink.accept(Kind.SOUND.key(link.phonetic()), flagged(bytes, false));
    }
  }

  /** Whether those under a key are jobs that one contract may make the same. */
  static boolean isOfContract(String key) {
    return key.charAt(0) == Kind.CONTRACT.tag;
  }

  private static byte[] flagged(byte[] bytes, boolean swapped) {
    return new ByteWriter().putByte(swapped ? 1 : 0).putBytes(bytes).toBytes();
  }

  /** The jobs under one key, one behind the other. */
  public static byte[] packed(Iterable<byte[]> jobs) {
    ByteWriter out = new ByteWriter();
    jobs.forEach(out::putBytes);
    return out.toBytes();
  }

  /**
   * The block of all jobs under one key, as {@link #packed}.
   *
   * @param asOf the last day on which an open placement counts as active
   */
  public static LinkBlock of(String key, byte[] packed, int asOf) {
    List<Member> members = new ArrayList<>();
    ByteReader in = new ByteReader(packed);
    while (in.hasMore()) {
      boolean swapped = in.readByte() == 1;
      members.add(new Member(LinkCandidate.read(in, asOf), swapped));
    }
    return new LinkBlock(Kind.of(key), members);
  }

  /** Whether it can say anything: two person numbers, or for a contract two proeftuinen. */
  public boolean tells() {
    return members.stream()
            .map(m -> kind == Kind.CONTRACT ? m.job().proeftuin() : node(m.job()))
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  static String node(LinkCandidate job) {
    return job.proeftuin() + "/" + job.personId();
  }
}
