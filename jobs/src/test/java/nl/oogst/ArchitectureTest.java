package nl.oogst;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages follow the way of a delivery; no step knows a later one. */
@AnalyzeClasses(packages = "nl.oogst", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The steps in their order; what does not exist yet simply has no classes. */
  private static final List<String> STEPS =
      List.of("read", "map", "normalise", "resolve", "measure", "protect", "release", "report");

  @ArchTest
  static void noStepKnowsALaterOne(JavaClasses all) {
    for (int i = 0; i < STEPS.size(); i++) {
      String[] later =
          Stream.concat(
                  STEPS.subList(i + 1, STEPS.size()).stream(), Stream.of("run", "cli", "inspect"))
              .map(step -> "nl.oogst." + step + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("nl.oogst." + STEPS.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @ArchTest static final ArchRule modelKnowsNoStep = standsAlone("model");

  @ArchTest static final ArchRule statisticsStandAlone = standsAlone("stats");

  @ArchTest static final ArchRule objectStoresStandAlone = standsAlone("store");

  /** Who uses no object store must not need its library: no other class may so much as name it. */
  @ArchTest
  static final ArchRule onlyItsClientKnowsTheLibraryOfAnObjectStore =
      noClasses()
          .that()
          .haveNameNotMatching("nl\\.oogst\\.store\\.S3\\w+(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  private static ArchRule standsAlone(String name) {
    String own = "nl.oogst." + name;
    return noClasses()
        .that()
        .resideInAPackage(own + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are another package of the project",
                c ->
                    c.getPackageName().startsWith("nl.oogst.")
                        && !c.getPackageName().startsWith(own)));
  }

  @ArchTest
  static final ArchRule onlyRunKnowsSpark =
      noClasses()
          .that()
          .resideOutsideOfPackages("nl.oogst.run..", "nl.oogst.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule noMutableStaticState =
      classes()
          .should(
              new ArchCondition<>("have only final static fields") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getFields().stream()
                      .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                      .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                      .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                      .forEach(
                          field ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      field, field.getFullName() + " is static and not final")));
                }
              });

  @Test
  void everyPackageSaysWhatComesInAndOut() throws IOException {
    Path sources = Path.of(System.getProperty("oogst.root"), "jobs/src/main/java/nl/oogst");
    try (Stream<Path> folders = Files.list(sources)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        assertThat(folder.resolve("package-info.java")).as("package of %s", folder).exists();
      }
    }
  }

  @Test
  void thePackagesOfTheWayExist() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.oogst");
    assertThat(STEPS.subList(0, 7))
        .allSatisfy(
            step ->
                assertThat(
                        all.stream().anyMatch(c -> c.getPackageName().equals("nl.oogst." + step)))
                    .as("classes in nl.oogst.%s", step)
                    .isTrue());
  }
}
