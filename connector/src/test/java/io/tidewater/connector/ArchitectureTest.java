/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import org.apache.iceberg.CatalogUtil;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** The rules that hold for every class of this module. */
@AnalyzeClasses(
    packages = "io.tidewater.connector",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.tidewater.connector";

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching(ROOT + ".(**)")
          .should()
          .beFreeOfCycles()
          .because("a reader must be able to begin somewhere");

  @ArchTest
  static final ArchRule NOBODY_IMPORTS_THE_ROOT =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .because("the root package wires the others together");

  @ArchTest
  static final ArchRule CONFIG_KNOWS_ROUTES_ONLY =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".config..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..")
                  .and(
                      DescribedPredicate.not(
                          resideInAPackage(ROOT + ".config..")
                              .or(resideInAPackage(ROOT + ".route..")))))
          .because("options are read before anything is opened");

  @ArchTest
  static final ArchRule ROUTES_KNOW_NOTHING_ELSE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".route..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.tidewater..")
                  .and(DescribedPredicate.not(resideInAPackage(ROOT + ".route.."))))
          .because("routing is a pure function of a record");

  @ArchTest
  static final ArchRule ROUTES_AND_OPTIONS_TOUCH_NEITHER_FILES_NOR_LOGS =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".route..", ROOT + ".config.layout..", ROOT + ".config.keys..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "org.slf4j..")
          .because("they are pure");

  @ArchTest
  static final ArchRule KAFKA_CLIENTS_LIVE_IN_SOURCE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".source..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka.clients..")
                  .and(DescribedPredicate.not(assignableTo(OffsetAndMetadata.class))))
          .because("one package talks to Kafka by itself; only offsets belong to Connect's API");

  @ArchTest
  static final ArchRule CATALOGS_ARE_OPENED_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".catalog..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CatalogUtil.class)
          .because("checks and tasks must open the same catalog in the same way");

  @ArchTest
  static final ArchRule TIME_THREADS_AND_RANDOMNESS_COME_IN =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executors.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("a test must be able to replay any schedule");

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and(areNeitherEnumsNorPackages())
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nothing here is made to be extended");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      classes()
          .should(
              be(
                  DescribedPredicate.not(
                      simpleNameEndingWith("Util")
                          .or(simpleNameEndingWith("Utils"))
                          .or(simpleNameEndingWith("Helper"))
                          .or(simpleNameEndingWith("Manager"))
                          .or(simpleNameEndingWith("Impl"))
                          .or(simpleNameEndingWith("Info"))
                          .or(simpleNameEndingWith("Data"))
                          .or(simpleNameEndingWith("Processor")))))
          .because("such names say nothing");

  @ArchTest
  static final ArchRule PACKAGES_SAY_WHAT_THEY_HOLD =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..core..", "..impl..", "..misc..")
          .because("packages are by feature");

  private static DescribedPredicate<JavaClass> areNeitherEnumsNorPackages() {
    return DescribedPredicate.describe(
        "are neither enums nor package descriptions",
        type -> !type.isEnum() && !type.getSimpleName().equals("package-info"));
  }
}
