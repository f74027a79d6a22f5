/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.tidewater.format", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching("io.tidewater.format.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood only after those it stands on");

  @ArchTest
  static final ArchRule CONNECT_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tidewater.format.connect..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("Flink decodes by the same rules and has no Connect on its class path");

  @ArchTest
  static final ArchRule WIRES_PARSER_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tidewater.format.protobuf.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.squareup..", "kotlin..", "okio..", "com.google.protobuf..")
          .because(
              "what reads schemas may be exchanged, and what reads records depends on nothing");

  @ArchTest
  static final ArchRule NO_KAFKA_CLIENT_NO_LOG_NO_PRODUCT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.clients..",
              "org.slf4j..",
              "org.apache.hadoop..",
              "io.tidewater.connector..",
              "io.tidewater.catalog..")
          .because("the contract is values and functions; products do the talking");

  @ArchTest
  static final ArchRule HTTP_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tidewater.format.registry.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net..")
          .because("what a schema is does not depend on how it was fetched");

  @ArchTest
  static final ArchRule THE_LEDGER_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("io.tidewater.format.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tidewater.format.connect..",
              "io.tidewater.format.schema..",
              "io.tidewater.format.row..")
          .because("which offsets a table holds has nothing to do with how values look");

  @ArchTest
  static final ArchRule NO_CLOCK_NO_CHANCE =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .because("the same input gives the same table");

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .doNotHaveSimpleName("QuietVisitor")
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because(
              "but for a visitor that ignores what it is told, nothing is made to be extended");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Data|Info|Processor)")
          .because("such a name fits everything and tells nothing");
}
