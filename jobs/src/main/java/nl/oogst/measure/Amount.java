package nl.oogst.measure;

import java.io.Serializable;
import java.util.function.IntUnaryOperator;
import nl.oogst.model.Fixed;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;

/**
 * The sum of one measure in one cell, with what protecting it needs.
 *
 * <p>Sums are whole numbers of 1/720,720 (the least common multiple of 1 to 16), so that the k
 * records of a job, weighing 1/k each, add up to exactly one, in any order.
 */
final class Amount implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PARTS = 720_720;

  private long whole;
  private long millionths;
  private long cellKey;
  private long persons;
  private long largest;

  /** The record key of the person being added; persons come one after another. */
  private transient long current;

  private transient long currentSum;

  /** The weight of one of k records of a job, in parts. */
  static int weight(int jobRecords) {
    return (PARTS + jobRecords / 2) / jobRecords;
  }

  /** Adds a number in {@link Fixed} millionths, weighed as one of k records. */
  void add(Person person, long fixed, int jobRecords) {
    int weight = jobRecords == 1 ? PARTS : weight(jobRecords);
    touch(person);
    long units = fixed / Fixed.ONE;
    long rest = fixed - units * Fixed.ONE;
    whole += units * weight;
    currentSum += units * weight;
    if (rest != 0) {
      addRest(rest * weight);
      currentSum += rest * weight / Fixed.ONE;
    }
    largest = Math.max(largest, Math.abs(currentSum));
  }

  /** Keeps the millionths from 0 to one, so that equal sums are equal numbers in any order. */
  private void addRest(long rest) {
    long all = millionths + rest;
    long carried = Math.floorDiv(all, Fixed.ONE);
    whole += carried;
    millionths = all - carried * Fixed.ONE;
  }

  void addOne(Person person, int jobRecords) {
    add(person, Fixed.ONE, jobRecords);
  }

  /** Counts the person, once however often it is called for the same one. */
  void addPerson(Person person) {
    if (isOther(person)) {
      addOne(person, 1);
    }
  }

  private boolean isOther(Person person) {
    return persons == 0 || current != person.recordKey();
  }

  private void touch(Person person) {
    if (isOther(person)) {
      current = person.recordKey();
      currentSum = 0;
      persons++;
      cellKey += person.recordKey();
    }
  }

  /** Adds the sum of other persons. */
  void merge(Amount other) {
    whole += other.whole;
    addRest(other.millionths);
    cellKey += other.cellKey;
    persons += other.persons;
    largest = Math.max(largest, other.largest);
  }

  /**
   * Takes the sum of some of its persons away. What is left is exact but for the largest
   * contribution of one person, which protection asks for and sums do not.
   */
  void without(Amount other) {
    whole -= other.whole;
    addRest(-other.millionths);
    cellKey -= other.cellKey;
    persons -= other.persons;
  }

  void write(ByteWriter out) {
    out.putLong(whole).putLong(millionths).putLong(cellKey).putLong(persons).putLong(largest);
  }

  /** What {@link #write} wrote. */
  static Amount read(ByteReader in) {
    Amount amount = new Amount();
    amount.whole = in.readLong();
    amount.millionths = in.readLong();
    amount.cellKey = in.readLong();
    amount.persons = in.readLong();
    amount.largest = in.readLong();
    return amount;
  }

  /** Writes the amounts that are there, each with how many places lie before it since the last. */
  static void write(Amount[] row, ByteWriter out) {
    int count = 0;
    for (Amount amount : row) {
      count += amount == null ? 0 : 1;
    }
    out.putLong(count);
    int last = 0;
    for (int i = 0; i < row.length; i++) {
      if (row[i] != null) {
        out.putLong(i - last);
        last = i;
        row[i].write(out);
      }
    }
  }

  /**
   * Adds what {@link #write(Amount[], ByteWriter)} wrote.
   *
   * @param places where a place then is now
   */
  static void merge(ByteReader in, IntUnaryOperator places, Amount[] row) {
    int place = 0;
    for (int n = in.readInt(); n > 0; n--) {
      place += in.readInt();
      Amount theirs = read(in);
      int now = places.applyAsInt(place);
      if (row[now] == null) {
        row[now] = theirs;
      } else {
        row[now].merge(theirs);
      }
    }
  }

  /** The figure, each unit divided by a divisor such as hours a full week. */
  Figure.Sum figure(double divisor) {
    double value = (whole + millionths / (double) Fixed.ONE) / PARTS / divisor;
    return new Figure.Sum(value, cellKey, largest / (double) PARTS / divisor, persons);
  }

  Figure.Sum figure() {
    return figure(1);
  }
}
