/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tidewater.testing.process.Tether;

@AnalyzeClasses(packages = "io.tidewater.testing", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "io.tidewater.testing.";
  private static final int MOST_PARAMETERS = 5;

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .matching(ROOT + "(*)..")
          .should()
          .beFreeOfCycles()
          .because("a fixture must be understood, and used, without the others");

  @ArchTest
  static final ArchRule knowsNoProduct =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.tidewater..")
                  .and(not(resideInAPackage("io.tidewater.testing.."))))
          .because("the tests of every product stand on these fixtures");

  @ArchTest
  static final ArchRule knowsNoTestFramework =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility.."))
          .because("the quickstart starts its servers with these fixtures too");

  @ArchTest
  static final ArchRule kafkaClientsLiveInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("only the broker's fixture speaks Kafka's protocol");

  @ArchTest
  static final ArchRule httpLivesInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..")
          .because("one class decides on timeouts and on the HTTP version");

  @ArchTest
  static final ArchRule sqlLivesInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "trino..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.trino..")
          .because("only Trino is asked over JDBC");

  @ArchTest
  static final ArchRule tetherStandsAlone =
      classes()
          .that()
          .areAssignableTo(Tether.class)
          .should()
          .onlyDependOnClassesThat(resideInAPackage("java..").or(assignableTo(Tether.class)))
          .because("it runs inside foreign servers, on their class path");

  @ArchTest
  static final ArchRule classesAreFinal =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nothing here is made to be inherited from");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Data|Info|Processor)")
          .because("such a name fits any class");

  @ArchTest
  static final ArchRule packagesAreNamedForFeatures =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..core..", "..impl..", "..misc..")
          .because("a package says what it is about");

  @ArchTest
  static final ArchRule constructorsTakeFewParameters =
      classes()
          .that()
          .areNotRecords()
          .should(takeFewParameters())
          .because("more belong together in a record of settings");

  private static ArchCondition<JavaClass> takeFewParameters() {
    return new ArchCondition<>("have constructors of at most " + MOST_PARAMETERS + " parameters") {
      @Override
      public void check(JavaClass checked, ConditionEvents events) {
        for (JavaConstructor constructor : checked.getConstructors()) {
          if (constructor.getParameters().size() > MOST_PARAMETERS) {
            events.add(SimpleConditionEvent.violated(constructor, constructor.getDescription()));
          }
        }
      }
    };
  }
}
