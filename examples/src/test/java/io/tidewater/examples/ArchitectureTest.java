/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.tidewater.examples", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching("io.tidewater.examples.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood only after those it stands on");

  @ArchTest
  static final ArchRule NOBODY_IMPORTS_THE_ROOT =
      noClasses()
          .that()
          .resideInAPackage("io.tidewater.examples.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.tidewater.examples")
          .because("the root package wires the others");

  @ArchTest
  static final ArchRule KAFKA_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tidewater.examples.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("what Kafka's clients throw and when they block is known in one place");

  @ArchTest
  static final ArchRule ICEBERG_STAYS_IN_ITS_PACKAGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.tidewater.examples.table..", "io.tidewater.examples.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.iceberg..", "org.apache.hadoop..")
          .because(
              "how tables are found and read is known in one place, and what becomes of their"
                  + " schemas in another");

  @ArchTest
  static final ArchRule THE_COMPARISON_IS_PURE =
      classes()
          .that()
          .resideInAPackage("io.tidewater.examples.offsets..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.tidewater.examples.offsets..",
              "java.lang..",
              "java.util..",
              "org.roaringbitmap..",
              "org.jspecify..")
          .because("what counts as missing must be provable without a server");

  @ArchTest
  static final ArchRule ORDERS_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("io.tidewater.examples.orders..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.tidewater.examples.orders..",
              "java..",
              "com.fasterxml.jackson..",
              "org.jspecify..")
          .because("the same seed must give the same orders");

  @ArchTest
  static final ArchRule NOBODY_LOOKS_AT_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("time comes in through the constructor, so that a test can set it");

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nothing here is meant to be inherited from");

  @ArchTest
  static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Info|Data|Processor)")
          .because("such names fit anything, so they tell nothing");
}
