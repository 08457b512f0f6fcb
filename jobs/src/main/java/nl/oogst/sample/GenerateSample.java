package nl.oogst.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes a synthetic data root.
 *
 * <p>Usage: {@code --out DIR [--seed N] [--proeftuinen N] [--shape life|bulk] [--scale X]
 * [--profiles DIR] [--bytes 1g] [--monthly N] [--skew] [--single] [--lone 600m] [--workbooks]}.
 * Ends with 0, or with 2 and one line when it is used wrongly.
 */
public final class GenerateSample {
  /** One in which no practice without an effect stands out by chance. */
  static final long SEED = 20190293;

  private Path out;
  private Path profiles;
  private long seed = SEED;
  private int proeftuinen = 28;
  private double scale = 1;
  private long bytes = 1L << 30;
  private boolean bulk;
  private boolean skew;
  private boolean single;
  private boolean workbooks;
  private int monthly;
  private long lone;

  private GenerateSample() {}

  public static void main(String[] args) throws IOException {
    int code = run(List.of(args), System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs with arguments as on the command line and returns the exit code. */
  static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
    var generate = new GenerateSample();
    try {
      generate.parse(args);
    } catch (IllegalArgumentException e) {
      err.println("generate-sample: " + e.getMessage());
      return 2;
    }
    generate.write();
    out.println("Synthetic data in " + generate.out);
    return 0;
  }

  private void parse(List<String> args) throws IOException {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      switch (arg) {
        case "--skew" -> skew = true;
        case "--single" -> single = true;
        case "--workbooks" -> workbooks = true;
        case "--lone" -> lone = size(value(args, ++i, arg), arg);
        case "--monthly" -> monthly = (int) number(value(args, ++i, arg), arg);
        case "--out" -> out = Path.of(value(args, ++i, arg));
        case "--profiles" -> profiles = Path.of(value(args, ++i, arg));
        case "--seed" -> seed = number(value(args, ++i, arg), arg);
        case "--proeftuinen" -> proeftuinen = (int) number(value(args, ++i, arg), arg);
        case "--scale" -> scale = decimal(value(args, ++i, arg));
        case "--bytes" -> bytes = size(value(args, ++i, arg), arg);
        case "--shape" -> bulk = shape(value(args, ++i, arg));
        default -> throw new IllegalArgumentException("unknown option " + arg);
      }
    }
    if (out == null) {
      throw new IllegalArgumentException("--out DIR is missing");
    }
    if (proeftuinen < 1 || scale <= 0) {
      throw new IllegalArgumentException("--proeftuinen and --scale must be above 0");
    }
    if (monthly < 0 || monthly > Bulk.MOST_MONTHLY) {
      throw new IllegalArgumentException("--monthly must be from 1 to " + Bulk.MOST_MONTHLY);
    }
    if (lone > 0 && (!bulk || single || skew || proeftuinen < 2 || lone > bytes)) {
      throw new IllegalArgumentException(
          "--lone is a part of --bytes, with --shape bulk and without --skew or --single");
    }
    if (workbooks && !bulk) {
      throw new IllegalArgumentException("--workbooks goes with --shape bulk");
    }
    if (bulk) {
      size().check();
    }
    if (Files.exists(out.resolve("deliveries"))) {
      throw new IllegalArgumentException(out + " already holds deliveries: give a new folder");
    }
  }

  private void write() throws IOException {
    if (bulk) {
      Bulk.write(out, size(), seed);
    } else {
      Life.write(World.create(seed, proeftuinen, scale), out, profiles);
    }
  }

  private Bulk.Size size() {
    int parts = single ? 1 : proeftuinen;
    return new Bulk.Size(bytes, parts, skew, single, monthly, lone, workbooks);
  }

  private static String value(List<String> args, int at, String option) {
    if (at >= args.size()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return args.get(at);
  }

  private static boolean shape(String text) {
    if (!text.equals("bulk") && !text.equals("life")) {
      throw new IllegalArgumentException("--shape is life or bulk, not " + text);
    }
    return text.equals("bulk");
  }

  private static long number(String text, String option) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a whole number, not " + text, e);
    }
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--scale needs a number, not " + text, e);
    }
  }

  /** Bytes, with k, m or g for powers of 1024. */
  static long size(String text, String option) {
    String lower = text.toLowerCase(Locale.ROOT);
    int shift = lower.endsWith("k") ? 10 : lower.endsWith("m") ? 20 : lower.endsWith("g") ? 30 : 0;
    String digits = shift == 0 ? lower : lower.substring(0, lower.length() - 1);
    return number(digits, option) << shift;
  }
}
