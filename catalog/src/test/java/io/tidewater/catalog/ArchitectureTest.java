/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** How the packages may depend on each other. */
@AnalyzeClasses(packages = "io.tidewater.catalog", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.tidewater.catalog";

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader should be able to understand one package after the other");

  @ArchTest
  static final ArchRule rootIsImportedByNobody =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .because("the root package wires the others, so depending on it is a cycle in disguise");

  @ArchTest
  static final ArchRule sqlInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".store.jdbc")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.sqlite..", "com.zaxxer..", "org.flywaydb..")
          .because("the store is a port: what is behind it may change");

  @ArchTest
  static final ArchRule httpInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "java.net.http..")
          .because("services decide, and do not care how they are asked");

  @ArchTest
  static final ArchRule servicesKnowThePortOnly =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".service", ROOT + ".metadata", ROOT + ".http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".store.jdbc")
          .because("only the root package chooses a store");

  @ArchTest
  static final ArchRule ownCommitPath =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.apache\\.iceberg\\.(rest\\.CatalogHandlers|jdbc\\..*|hadoop\\..*|inmemory\\..*)")
          .because("commits are a compare-and-swap of our own, see docs/decisions/0010");

  @ArchTest
  static final ArchRule noHadoopOnTheServer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hadoop..")
          .because("it is 60 MB that a catalog has no use for");

  @ArchTest
  static final ArchRule threadsComeFromWiring =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("what tests cannot steer they cannot repeat");

  @ArchTest
  static final ArchRule idsComeFromWiring =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .and()
          .resideOutsideOfPackage(ROOT + ".storage")
          .should()
          .callMethod(UUID.class, "randomUUID")
          .because("ids come in through constructors; only names of drafts are nobody's business");

  @ArchTest
  static final ArchRule finalUnlessMeantToBeExtended =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a class that is not designed to be extended should say so");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Info|Data|Processor)")
          .because("such names fit anything and therefore tell nothing");
}
