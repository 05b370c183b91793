package dev.roost.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.roost.actors.CborSerializable;
import dev.roost.actors.WallClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

// spotless:off
@AnalyzeClasses(packages = "dev.roost", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] DETERMINISTIC = {
      "dev.roost.model..", "dev.roost.simulator..", "dev.roost.actors.."};

  @ArchTest
  static final ArchRule rankerNeverSeesTheTruth = layeredArchitecture()
      .consideringOnlyDependenciesInLayers()
      .layer("model").definedBy("dev.roost.model..")
      .layer("actors").definedBy("dev.roost.actors..")
      .layer("simulator").definedBy("dev.roost.simulator..")
      .layer("api").definedBy("dev.roost.api..")
      .whereLayer("model").mayNotAccessAnyLayer()
      .whereLayer("actors").mayOnlyAccessLayers("model")
      .whereLayer("simulator").mayOnlyAccessLayers("model")
      .whereLayer("api").mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule modelKnowsNoFramework = noClasses()
      .that().resideInAPackage("dev.roost.model..")
      .should().dependOnClassesThat()
      .resideInAnyPackage("akka..", "com.typesafe..", "com.fasterxml..", "tools.jackson..", "scala..", "org.slf4j..");

  @ArchTest
  static final ArchRule modelDoesNoInputOrOutput = noClasses()
      .that().resideInAPackage("dev.roost.model..")
      .should().dependOnClassesThat().resideInAnyPackage("java.nio.file..", "java.net..")
      .orShould().dependOnClassesThat().areAssignableTo(java.io.File.class);

  @ArchTest
  static final ArchRule simulatorKnowsNoFramework = noClasses()
      .that().resideInAPackage("dev.roost.simulator..")
      .should().dependOnClassesThat()
      .resideInAnyPackage("akka..", "com.fasterxml..", "tools.jackson..", "scala..", "smile..", "org.apache.lucene..");

  @ArchTest
  static final ArchRule smileStaysInTraining = noClasses()
      .that().resideOutsideOfPackage("dev.roost.model.train..")
      .should().dependOnClassesThat().resideInAPackage("smile..");

  @ArchTest
  static final ArchRule luceneStaysInRetrieval = noClasses()
      .that().resideOutsideOfPackage("dev.roost.model.retrieve..")
      .should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule httpStaysInApi = noClasses()
      .that().resideOutsideOfPackage("dev.roost.api..")
      .should().dependOnClassesThat().resideInAPackage("akka.http..");

  @ArchTest
  static final ArchRule timeIsGiven = noClasses()
      .that().resideInAnyPackage(DETERMINISTIC)
      .and().areNotAnnotatedWith(WallClock.class) // deadlines of serving, each with its reason
      .should().callMethod(Instant.class, "now")
      .orShould().callMethod(LocalDate.class, "now")
      .orShould().callMethod(LocalDateTime.class, "now")
      .orShould().callMethod(OffsetDateTime.class, "now")
      .orShould().callMethod(ZonedDateTime.class, "now")
      .orShould().callMethod(Clock.class, "systemUTC")
      .orShould().callMethod(Clock.class, "systemDefaultZone")
      .orShould().callMethod(System.class, "nanoTime")
      .orShould().callMethod(System.class, "currentTimeMillis")
      .orShould().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule chanceIsGiven = noClasses()
      .that().resideInAnyPackage(DETERMINISTIC)
      .and().doNotHaveFullyQualifiedName("dev.roost.model.hash.KeyedHash") // moves no answer
      .should().callMethod(Math.class, "random")
      .orShould().callMethod(UUID.class, "randomUUID")
      .orShould().callMethod(ThreadLocalRandom.class, "current")
      .orShould().callConstructor(Random.class)
      .orShould().callConstructor(SplittableRandom.class)
      .orShould().dependOnClassesThat().areAssignableTo(SecureRandom.class);

  @ArchTest
  static final ArchRule whatTravelsIsARecord = classes()
      .that(assignableTo(CborSerializable.class)).and().areNotInterfaces()
      .should().beRecords(); // hot frames have a binary serializer of their own and another marker

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles = slices()
      .matching("dev.roost.(*).(*)..").should().beFreeOfCycles()
      // actors send each other messages both ways, so their protocols know each other
      .ignoreDependency(resideInAPackage("dev.roost.actors.."), resideInAPackage("dev.roost.actors.."));
}
// spotless:on
