package nl.oogst.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a root that looks like life: register, deliveries, the list of planted mistakes. */
final class Life {
  private static final int REDELIVERED_AFTER_DAYS = 12;

  private final World world;
  private final Path root;
  private final StringBuilder planted =
      new StringBuilder("proeftuin,delivery,file,sheet,line,record,kind,issue_code,state\n");
  private final List<ReadMe.Line> summary = new ArrayList<>();

  private Life(World world, Path root) {
    this.world = world;
    this.root = root;
  }

  /**
   * @param root an empty or absent folder
   * @param profiles where the source profiles go, or null for none
   */
  static void write(World world, Path root, Path profiles) throws IOException {
    new Life(world, root).write(profiles);
  }

  private void write(Path profiles) throws IOException {
    file("register/proeftuinen.csv", Register.proeftuinen(world));
    file("register/practices.csv", Register.practices(world));
    int sequence = 0;
    for (Proeftuin proeftuin : world.proeftuinen()) {
      deliveries(proeftuin, sequence++);
      String profile = Profiles.of(proeftuin);
      if (profiles != null && profile != null) {
        Files.createDirectories(profiles);
        Files.writeString(profiles.resolve(proeftuin.id() + ".json"), profile);
      }
    }
    file("PLANTED.csv", planted.toString());
    file("README.md", ReadMe.text(world, summary));
  }

  private void deliveries(Proeftuin proeftuin, int sequence) throws IOException {
    int count = 0;
    for (Delivery delivery : Deliveries.of(world, proeftuin)) {
      Mistakes.plant(delivery, sequence, world.seed());
      List<Written> files = new ArrayList<>(DeliveryFiles.write(delivery));
      List<Written> refused = BadDeliveries.refusedBefore(delivery, files);
      String folder = delivery.folder();
      if (refused != null) {
        folder(proeftuin, folder, refused);
        LocalDate again = delivery.day().plusDays(REDELIVERED_AFTER_DAYS);
        folder = again + "_opnieuw";
        count++;
      }
      files.addAll(BadDeliveries.beside(delivery));
      folder(proeftuin, folder, files);
      for (Delivery.Vanished vanished : delivery.vanished()) {
        planted(
            proeftuin,
            folder,
            new Written.Place("", "", 0, vanished.placementId(), Mistake.VANISHED));
      }
      count++;
    }
    summary.add(new ReadMe.Line(proeftuin, count));
  }

  private void folder(Proeftuin proeftuin, String folder, List<Written> files) throws IOException {
    Path target = root.resolve("deliveries").resolve(proeftuin.id()).resolve(folder);
    Files.createDirectories(target);
    for (Written written : files) {
      Files.write(target.resolve(written.name()), written.bytes());
      written.places().forEach(place -> planted(proeftuin, folder, place));
    }
  }

  private void planted(Proeftuin proeftuin, String folder, Written.Place place) {
    String line = place.line() == 0 ? "" : Integer.toString(place.line());
    planted
        .append(proeftuin.id())
        .append(',')
        .append(folder)
        .append(',')
        .append(place.file())
        .append(',')
        .append(place.sheet())
        .append(',')
        .append(line)
        .append(',')
        .append(place.record())
        .append(',')
        .append(place.mistake().name().toLowerCase(Locale.ROOT))
        .append(',')
        .append(place.mistake().code())
        .append(',')
        .append(place.mistake().state())
        .append('\n');
  }

  private void file(String name, String text) throws IOException {
    Path target = root.resolve(name);
    Files.createDirectories(target.getParent());
    Files.write(target, text.getBytes(StandardCharsets.UTF_8));
  }
}
