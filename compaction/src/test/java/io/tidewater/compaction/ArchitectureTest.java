/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

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
@AnalyzeClasses(packages = "io.tidewater.compaction", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.tidewater.compaction";

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
  static final ArchRule httpInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".console")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "java.net.http..")
          .because("maintenance decides, and does not care how it is asked")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noProductStandsOnAnother =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.tidewater.connector..", "io.tidewater.catalog..")
          .because("what products share is the format");

  @ArchTest
  static final ArchRule oneWayToCommit =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".commit..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.tidewater.format.ledger.TableLedger")
          .because("every snapshot of maintenance carries the ledger of the head it replaces");

  @ArchTest
  static final ArchRule idsComeFromWiring =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .should()
          .callMethod(UUID.class, "randomUUID")
          .because("ids come in through constructors");

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
