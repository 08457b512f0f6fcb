package nl.oogst.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.oogst.sample.Bulk.AsciiWriter;

/**
 * The records of one proeftuin in a large root. Each is a function of its number alone, so that
 * nothing is kept: placements start in order of their number, last 13 to 36 months, and are in a
 * snapshot while they started between one and four years before it.
 */
final class BulkRecords {
  private static final List<String> ORGANISATIONS =
      List.of("BZK", "Def", "IenW", "JenV", "OCW", "SZW", "VWS", "Fin", "BZ", "AZ");
  private static final LocalDate EPOCH = LocalDate.of(2018, 7, 1);
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
  private final byte[][] days;
  private final byte separator;

  BulkRecords(int index, boolean dutch, long seed) {
    this.index = index;
    this.dutch = dutch;
    this.seed = Rng.of(seed, "bulk" + index).next();
    this.organisation = Bulk.ascii(organisation());
    this.separator = (byte) (dutch ? ';' : ',');
    this.words = words();
    this.days = new byte[12 * 366][];
    for (int day = 0; day < days.length; day++) {
      LocalDate date = EPOCH.minusYears(1).plusDays(day);
      days[day] =
          Bulk.ascii(
              dutch
                  ? date.getDayOfMonth() + "-" + date.getMonthValue() + "-" + date.getYear()
                  : date.toString());
    }
  }

  private byte[][][] words() {
    List<String> lists = List.of(CODES.split(" ", -1));
    var result = new byte[lists.size()][][];
    Wording wording = dutch ? Wording.LABELS : Wording.CANONICAL;
    for (int i = 0; i < result.length; i++) {
      String name = lists.get(i).substring(0, lists.get(i).indexOf(':'));
      List<String> codes = List.of(lists.get(i).substring(name.length() + 1).split(",", -1));
      result[i] =
          codes.stream().map(code -> Bulk.ascii(wording.word(name, code))).toArray(byte[][]::new);
    }
    return result;
  }

  String proeftuin() {
    return "belasting-" + (index < 9 ? "0" : "") + (index + 1);
  }

  String organisation() {
    return ORGANISATIONS.get(index % ORGANISATIONS.size());
  }

  String placementFile() {
    return dutch ? "plaatsingen.csv" : "placements.csv";
  }

  String hoursFile() {
    return dutch ? "uren.csv" : "paid_hours.csv";
  }

  /** The number of the first placement in a snapshot of {@code count}. */
  long firstOf(LocalDate day, long count) {
    return ChronoUnit.DAYS.between(EPOCH, day.minusYears(4)) * count / WINDOW_DAYS;
  }

  void placementHeader(AsciiWriter out) throws IOException {
    header(out, "placement", FIELDS);
  }

  void hoursHeader(AsciiWriter out) throws IOException {
    header(out, "paid_hours", PaidHours.FIELDS);
  }

  private void header(AsciiWriter out, String entity, List<String> fields) throws IOException {
    Wording wording = dutch ? Wording.LABELS : Wording.CANONICAL;
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.add((char) separator);
      }
      out.add(Bulk.ascii(wording.header(entity, fields.get(i))));
    }
    out.add('\n');
  }

  void placement(AsciiWriter out, long number, long count, LocalDate day) throws IOException {
    long hash = Rng.mix(seed + number * 0x9E3779B97F4A7C15L);
    char next = (char) separator;
    int start = start(number, count);
    int end = end(start, hash);
    boolean ended = end <= ChronoUnit.DAYS.between(EPOCH, day);
    boolean mistake = Long.remainderUnsigned(hash, 1000) == 0;
    out.add('P').add(number, 8).add(next);
    out.add('K').add(number - (hash >>> 60 == 0 && number > 0 ? 1 : 0), 8).add(next);
    contract(out, hash >>> 8 & 63);
    out.add(next);
    out.add(organisation).add(next);
    out.add(SUPPLIER).add(hash >>> 8 & 63, 2).add(next);
    for (int i = 0; i < words.length; i++) {
      byte[][] list = words[i];
      out.add(
          mistake && i == 0 ? UNKNOWN : list[(int) ((hash >>> (12 + 6 * i) & 63) % list.length)]);
      out.add(next);
    }
    day(out, start);
    out.add(next);
    if (ended) {
      day(out, end);
    }
    out.add(next);
    out.add(hours(hash), 2).add('\n');
  }

  /** Four in 64 are framework contracts that others place people under too, the rest its own. */
  private void contract(AsciiWriter out, long number) throws IOException {
    out.add('C').add(number < SHARED_CONTRACTS ? number : (index + 1L) * CONTRACTS + number, 5);
  }

  void hours(AsciiWriter out, long number, long count, LocalDate day) throws IOException {
    long hash = Rng.mix(seed + number * 0x9E3779B97F4A7C15L);
    char next = (char) separator;
    LocalDate last = EPOCH.plusDays(end(start(number, count), hash));
    LocalDate month = (last.isBefore(day) ? last : day).withDayOfMonth(1).minusMonths(12);
    boolean mistake = Long.remainderUnsigned(hash, 1000) == 1;
    for (int i = 0; i < 12; i++) {
      LocalDate following = month.plusMonths(1);
      long tenths = hours(hash) * 435 / 10 + (hash >>> i & 31);
      out.add('P').add(number, 8).add(next);
      day(out, (int) ChronoUnit.DAYS.between(EPOCH, month));
      out.add(next);
      day(out, (int) ChronoUnit.DAYS.between(EPOCH, following) - 1);
      out.add(next);
      if (mistake && i == 0) {
        out.add(UNKNOWN).add('\n');
      } else {
        out.add(tenths / 10, 1).add(dutch ? ',' : '.').add(tenths % 10, 1).add('\n');
      }
      month = following;
    }
  }

  private static final byte[] SUPPLIER = Bulk.ascii("Voorbeeld Leverancier ");
  private static final byte[] UNKNOWN = Bulk.ascii("zie mail");

  private static int start(long number, long count) {
    return (int) (number * WINDOW_DAYS / count);
  }

  private static int end(int start, long hash) {
    return start + 396 + (int) Long.remainderUnsigned(hash >>> 3, 690);
  }

  private static long hours(long hash) {
    return 12 + (hash >>> 50 & 3) * 8;
  }

  private void day(AsciiWriter out, int day) throws IOException {
    out.add(days[Math.min(days.length - 1, day + 365)]);
  }
}
