package nl.oogst.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.oogst.read.Zips;

/** A small data root under construction, with profiles and an output folder beside it. */
public final class DataRoot {
  /** The columns that {@link #row} fills. */
  public static final String PLACEMENTS =
      "placement_id,person_id,organisation,attribution,route,contract_form,target_group,"
          + "register_ground,start_date,end_date,hours_per_week\n";

  public static final String HOURS = "placement_id,period_start,period_end,hours\n";

  public static final String LESSONS = "lesson_id,date,phase,theme,text,publishable\n";

  private static final String REGISTER =
      "proeftuin_id,name,organisation,category,phase,round,start_date,end_date,"
          + "contract_value_eur,obligation_eur\n";

  private final Path folder;

  public DataRoot(Path folder, String... proeftuinen) {
    this.folder = folder;
    write(profiles().resolve("README"), bytes("no profiles\n"));
    register(registerOf(proeftuinen));
  }

  /** Two proeftuinen, alfa and beta, that delivered once: two jobs and one. */
  static DataRoot ofThreeJobs(Path folder) {
    DataRoot root = new DataRoot(folder, "alfa", "beta");
    root.file("alfa/2024-12-31/p.csv", placements("A1", "A2"));
    root.file("beta/2024-12-31/p.csv", placements("B1"));
    return root;
  }

  /** A register of some proeftuinen that are alike. */
  static String registerOf(String... proeftuinen) {
    StringBuilder register = new StringBuilder(REGISTER);
    for (String id : proeftuinen) {
      register.append(id).append(",Proeftuin ").append(id);
      register.append(",BZK,Schoonmaak,running_contract,1,2023-01-01,,100000,5000\n");
    }
    return register.toString();
  }

  public static Path repository() {
    return Path.of(System.getProperty("oogst.root", "..")).toAbsolutePath().normalize();
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path out() {
    return folder.resolve("out");
  }

  public Path profiles() {
    return folder.resolve("profiles");
  }

  public DataRoot register(String csv) {
    write(data().resolve("register/proeftuinen.csv"), bytes(csv));
    return this;
  }

  /** Says which practices are in use, besides what deliveries say. */
  DataRoot practices(String csv) {
    write(data().resolve("register/practices.csv"), bytes(csv));
    return this;
  }

  public DataRoot profile(String proeftuin, String json) {
    write(profiles().resolve(proeftuin + ".json"), bytes(json));
    return this;
  }

  /** A file of a delivery, such as {@code alfa/2024-12-31/plaatsingen.csv}. */
  public DataRoot file(String path, String content) {
    return file(path, bytes(content));
  }

  public DataRoot file(String path, byte[] content) {
    write(path(path), content);
    return this;
  }

  public Path path(String path) {
    return data().resolve("deliveries").resolve(path);
  }

  /** A placement without mistakes, of its own person, since the start of 2024. */
  public static String row(String id) {
    return id
        + ",K-"
        + id
        + ",BZK,supplier,at_supplier,temporary,participatiewet,participatiewet,2024-01-01,,24\n";
  }

  /** Takes proeftuinen of the sample with their deliveries, profiles and the whole register. */
  DataRoot sample(boolean backwards, String... proeftuinen) {
    Path sample = repository().resolve("sample-data");
    for (String file : List.of("proeftuinen.csv", "practices.csv")) {
      copy(sample.resolve("register").resolve(file), data().resolve("register").resolve(file));
    }
    List<Path> files = new ArrayList<>();
    for (String proeftuin : proeftuinen) {
      files.addAll(tree(sample.resolve("deliveries").resolve(proeftuin)));
      Path profile = repository().resolve("schemas/profiles/" + proeftuin + ".json");
      if (Files.exists(profile)) {
        copy(profile, profiles().resolve(profile.getFileName()));
      }
    }
    if (backwards) {
      Collections.reverse(files);
    }
    files.forEach(file -> copy(file, data().resolve(sample.relativize(file))));
    return this;
  }

  /** All files below a folder, in order. */
  static List<Path> tree(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table of placements without mistakes. */
  public static String placements(String... ids) {
    StringBuilder csv = new StringBuilder(PLACEMENTS);
    for (String id : ids) {
      csv.append(row(id));
    }
    return csv.toString();
  }

  /** What to give the program to harvest this root. */
  public String[] arguments(String... more) {
    List<String> all =
        new ArrayList<>(List.of("run", "--data", data().toString(), "--out", out().toString()));
    all.addAll(List.of("--schemas", repository().resolve("schemas").toString()));
    all.addAll(List.of("--profiles", profiles().toString(), "--master", "local[1]"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  Settings settings(String master) {
    return new Settings(
        data(),
        out(),
        repository().resolve("schemas"),
        profiles(),
        null,
        null,
        null,
        master,
        false,
        "test");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    return Zips.gzip(content);
  }

  static byte[] zip(Map<String, byte[]> files) {
    return Zips.zip(files);
  }

  /** The archive with its entries marked as encrypted. */
  static byte[] locked(byte[] zip) {
    byte[] locked = zip.clone();
    for (int i = 0; i + 10 < locked.length; i++) {
      if (locked[i] == 'P' && locked[i + 1] == 'K') {
        if (locked[i + 2] == 3 && locked[i + 3] == 4) {
          locked[i + 6] |= 1;
        } else if (locked[i + 2] == 1 && locked[i + 3] == 2) {
          locked[i + 8] |= 1;
        }
      }
    }
    return locked;
  }

  /** The smallest nine digits from a number on that pass the elfproef. */
  static String bsn(int from) {
    for (int number = from; ; number++) {
      String digits = String.format(Locale.ROOT, "%09d", number);
      int sum = -(digits.charAt(8) - '0');
      for (int i = 0; i < 8; i++) {
        sum += (digits.charAt(i) - '0') * (9 - i);
      }
      if (sum % 11 == 0) {
        return digits;
      }
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
