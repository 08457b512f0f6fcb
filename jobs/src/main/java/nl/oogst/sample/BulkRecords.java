package nl.oogst.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import nl.oogst.sample.BulkTable.Numbered;

/**
 * The records of one proeftuin in a large root. Each is a function of its number alone, so that
 * nothing is kept: placements start in order of their number, last 13 to 36 months, and are in a
 * snapshot while they started between one and four years before it.
 */
final class BulkRecords {
  private static final List<String> ORGANISATIONS =
      List.of("BZK", "Def", "IenW", "JenV", "OCW", "SZW", "VWS", "Fin", "BZ", "AZ");
  private static final LocalDate EPOCH = LocalDate.of(2018, 7, 1);
  private static final long FIRST_DAY = EPOCH.toEpochDay();

  /** No date lies later. */
  private static final int LAST_DAY = 12 * 366 - 1 - 365;

  /** Months with paid hours that a delivery shows of each placement. */
  static final int PAY_PERIODS = 12;

  private static final int WINDOW_DAYS = 3 * 365;
  private static final int CONTRACTS = 64;
  private static final int SHARED_CONTRACTS = 4;
  private static final String CODES =
      "attributions:supplier,rijk_hiring,indirect routes:at_supplier,co_creation,indirect"
          + " contract_forms:permanent,temporary,agency,secondment"
          + " target_groups:participatiewet,ww,wajong,wia,nugger"
          + " register_grounds:participatiewet,wajong,none";
  private static final List<String> FIELDS =
      List.of(
          "placement_id",
          "person_id",
          "contract_id",
          "organisation",
          "supplier",
          "attribution",
          "route",
          "contract_form",
          "target_group",
          "register_ground",
          "start_date",
          "end_date",
          "hours_per_week");

  private final int index;
  private final boolean dutch;
  private final long seed;
  private final byte[][][] words;
  private final byte[] organisation;
  private final byte[][] suppliers = new byte[CONTRACTS][];
  private final byte[][] contracts = new byte[CONTRACTS][];

  BulkRecords(int index, boolean dutch, long seed) {
    this.index = index;
    this.dutch = dutch;
    this.seed = Rng.of(seed, "bulk" + index).next();
    this.organisation = AsciiWriter.ascii(organisation());
    this.words = words();
    for (int i = 0; i < CONTRACTS; i++) {
      suppliers[i] = AsciiWriter.ascii("Voorbeeld Leverancier " + (i < 10 ? "0" : "") + i);
      contracts[i] = AsciiWriter.ascii(contract(i));
    }
  }

  /** Four in 64 are framework contracts that others place people under too, the rest its own. */
  private String contract(int number) {
    long contract = number < SHARED_CONTRACTS ? number : (index + 1L) * CONTRACTS + number;
    return String.format(Locale.ROOT, "C%05d", contract);
  }

  private byte[][][] words() {
    List<String> lists = List.of(CODES.split(" ", -1));
    var result = new byte[lists.size()][][];
    Wording wording = dutch ? Wording.LABELS : Wording.CANONICAL;
    for (int i = 0; i < result.length; i++) {
      String name = lists.get(i).substring(0, lists.get(i).indexOf(':'));
      List<String> codes = List.of(lists.get(i).substring(name.length() + 1).split(",", -1));
      result[i] =
          codes.stream()
              .map(code -> AsciiWriter.ascii(wording.word(name, code)))
              .toArray(byte[][]::new);
    }
    return result;
  }

  String proeftuin() {
    return "belasting-" + (index < 9 ? "0" : "") + (index + 1);
  }

  String organisation() {
    return ORGANISATIONS.get(index % ORGANISATIONS.size());
  }

  boolean dutch() {
    return dutch;
  }

  String placementName() {
    return dutch ? "plaatsingen" : "placements";
  }

  String hoursName() {
    return dutch ? "uren" : "paid_hours";
  }

  String workbookName() {
    return dutch ? "overzicht" : "overview";
  }

  /** The number of the first placement in a snapshot of {@code count}. */
  long firstOf(LocalDate day, long count) {
    return ChronoUnit.DAYS.between(EPOCH, day.minusYears(4)) * count / WINDOW_DAYS;
  }

  void placementHeader(BulkTable out) throws IOException {
    header(out, "placement", FIELDS);
  }

  void hoursHeader(BulkTable out) throws IOException {
    header(out, "paid_hours", PaidHours.FIELDS);
  }

  private void header(BulkTable out, String entity, List<String> fields) throws IOException {
    Wording wording = dutch ? Wording.LABELS : Wording.CANONICAL;
    for (String field : fields) {
      out.text(AsciiWriter.ascii(wording.header(entity, field)));
    }
    out.endRow();
  }

  void placement(BulkTable out, long number, long count, LocalDate day) throws IOException {
    long hash = Rng.mix(seed + number * 0x9E3779B97F4A7C15L);
    int start = start(number, count);
    int end = end(start, hash);
    boolean ended = end <= ChronoUnit.DAYS.between(EPOCH, day);
    boolean mistake = Long.remainderUnsigned(hash, 1000) == 0;
    out.number(Numbered.PLACEMENT, number);
    out.number(Numbered.PERSON, number - (hash >>> 60 == 0 && number > 0 ? 1 : 0));
    out.text(contracts[(int) (hash >>> 8 & 63)]);
    out.text(organisation);
    out.text(suppliers[(int) (hash >>> 8 & 63)]);
    for (int i = 0; i < words.length; i++) {
      byte[][] list = words[i];
      out.text(
          mistake && i == 0 ? UNKNOWN : list[(int) ((hash >>> (12 + 6 * i) & 63) % list.length)]);
    }
    day(out, start);
    if (ended) {
      day(out, end);
    } else {
      out.empty();
    }
    out.weekly(hours(hash));
    out.endRow();
  }

  void hours(BulkTable out, long number, long count, LocalDate day) throws IOException {
    long hash = Rng.mix(seed + number * 0x9E3779B97F4A7C15L);
    LocalDate last = EPOCH.plusDays(end(start(number, count), hash));
    LocalDate month = (last.isBefore(day) ? last : day).withDayOfMonth(1).minusMonths(PAY_PERIODS);
    boolean mistake = Long.remainderUnsigned(hash, 1000) == 1;
    for (int i = 0; i < PAY_PERIODS; i++) {
      LocalDate following = month.plusMonths(1);
      out.number(Numbered.PLACEMENT, number);
      day(out, (int) ChronoUnit.DAYS.between(EPOCH, month));
      day(out, (int) ChronoUnit.DAYS.between(EPOCH, following) - 1);
      if (mistake && i == 0) {
        out.text(UNKNOWN);
      } else {
        out.tenths(hours(hash) * 435 / 10 + (hash >>> i & 31));
      }
      out.endRow();
      month = following;
    }
  }

  private static final byte[] UNKNOWN = AsciiWriter.ascii("zie mail");

  private static int start(long number, long count) {
    return (int) (number * WINDOW_DAYS / count);
  }

  private static int end(int start, long hash) {
    return start + 396 + (int) Long.remainderUnsigned(hash >>> 3, 690);
  }

  private static long hours(long hash) {
    return 12 + (hash >>> 50 & 3) * 8;
  }

  private static void day(BulkTable out, int day) throws IOException {
    out.day(FIRST_DAY + Math.min(LAST_DAY, day));
  }
}
