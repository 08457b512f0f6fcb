package nl.oogst.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.Identities;

/**
 * Who is, or may be, the same person as somebody of another number, by record key. Sums that
 * somebody stands in as a person alone are void once that is so.
 */
final class LinkedPersons {
  private final Map<String, long[]> sorted = new HashMap<>();

  /**
   * The linked persons of a run.
   *
   * @param keys the record key of a person number, with its proeftuin before it
   */
  LinkedPersons(Identities identities, ToLongFunction<String> keys) {
    Map<String, LongStream.Builder> building = new HashMap<>();
    for (String own : identities.possible().keySet()) {
      building
          .computeIfAbsent(PersonBuckets.proeftuin(own), p -> LongStream.builder())
          .add(keys.applyAsLong(own));
    }
    building.forEach((proeftuin, its) -> sorted.put(proeftuin, its.build().sorted().toArray()));
  }

  /** Whether any of them stands in sums of their proeftuin that were kept. */
  boolean anyIn(String proeftuin, List<Path> files) {
    long[] linked = sorted.get(proeftuin);
    return linked != null && files.stream().anyMatch(file -> anyIn(linked, file));
  }

  private static boolean anyIn(long[] linked, Path file) {
    Iterator<byte[]> packs = KeptPart.packs(file, Set.of(SettledPersons.SETTLED));
    boolean any = false;
    while (packs.hasNext()) { // to the end, which closes the file
      ByteReader in = new ByteReader(Packs.open(packs.next()).next()._2());
      while (in.hasMore()) {
        any |= Arrays.binarySearch(linked, in.readLong()) >= 0;
      }
    }
    return any;
  }
}
