package nl.oogst.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small form of the study of an attacker who has many releases. */
class AttackerStudyTest {
  private static final Path SCHEMAS = Path.of(System.getProperty("oogst.root", ".."), "schemas");

  @Test
  void anAttackerWithFourReleasesOfAWorldFindsNoCountAndNoChange() {
    AttackerStudy.World world = new AttackerStudy(SCHEMAS).world(1001, 4);
    assertThat(world.stopped()).isFalse();
    assertThat(world.small()).isGreaterThan(1000);
    assertThat(world.found()).isZero();
    assertThat(world.foundTold()).isZero();
    assertThat(world.wrong()).isZero();
    assertThat(world.error() / world.cells()).isBetween(0.3, 2.0);
  }

  @Test
  void theAttackerHasTeeth() {
    Attacker attacker = new Attacker();
    attacker.see(count("organisation", "BZK"), 0.0);
    for (String group : List.of("wajong", "wsw", "wia", "ww")) {
      attacker.see(count("organisation+target_group", "BZK+" + group), 5.0);
    }
    assertThat(attacker.attack())
        .extracting(claim -> claim.count().slice() + " " + claim.value())
        .containsExactlyInAnyOrder("BZK 4", "BZK+wajong 1", "BZK+wsw 1", "BZK+wia 1", "BZK+ww 1");
  }

  private static Count count(String breakdown, String slice) {
    return new Count(0, "jobs_started", "2024-Q1", breakdown, slice);
  }
}
