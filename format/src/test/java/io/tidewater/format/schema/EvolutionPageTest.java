/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.page.Page;
import io.tidewater.format.schema.EvolutionMatrix.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/evolution.md} is what comes of each change to a real table. */
final class EvolutionPageTest {
  private static final Path PAGE = Path.of("..", "docs", "evolution.md");
  private static final String WRITE = "tidewater.docs.write";

  @Test
  void isWhatComesOfEachChange() throws IOException {
    String printed = print();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/evolution.md is out of date; run mvn -pl format test -Dtest=EvolutionPageTest"
                + " -D%s=true",
            WRITE)
        .isEqualTo(printed);
  }

  @ParameterizedTest
  @EnumSource
  void losesNoValueOfAnyFormat(WriterChange change) {
    for (MatrixFormat format : MatrixFormat.ALL) {
      for (MatrixPlace place : MatrixPlace.values()) {
        for (int version : EvolutionMatrix.VERSIONS) {
          FormatOutcome outcome = FormatMatrix.run(format, change, place, version);
          String row = "%s %s %d".formatted(format.title(), place.title(), version);
          List<String> old = format.writers(change).old().values();
          List<String> young = format.writers(change).young().values();
          assertThat(FormatOutcome.values(outcome.old())).as(row).containsAll(old);
          assertThat(FormatOutcome.values(outcome.late())).as(row).containsAll(old);
          assertThat(outcome.young()).as(row).hasSize(young.isEmpty() ? 0 : 1);
          outcome
              .young()
              .forEach(
                  struct -> assertThat(FormatOutcome.values(struct)).as(row).containsAll(young));
          assertThat(outcome.again().changes()).as("flaps: " + row).isEmpty();
        }
      }
    }
  }

  private static String print() {
    Page page = new Page();
    page.line("# Evolution");
    page.line("");
    page.line(
        "Printed by a test that makes each change to a real table: it writes a file as an old");
    page.line(
        "writer does, evolves the table, writes a file as a new writer does, and reads both with");
    page.line("Iceberg's generic reader. Change the code, not this page.");
    page.line("");
    page.line(
        "Old writers have `c` = 1, new ones 2; `fail` holds where no policy is named. What is in");
    page.line(
        "old files is what queries show of them after the change. In version 3 a default is an");
    page.line(
        "`initial-default` of columns at the top; nested columns have none, since Trino reads them");
    page.line("as NULL.");
    for (MatrixChange change : MatrixChange.all()) {
      page.heading(upper(change.title()));
      page.header("where", "version", "the table", "old files", "new records");
      for (MatrixPlace place : MatrixPlace.values()) {
        rows(page, change, place);
      }
    }
    FormatSection.print(page);
    return page.text();
  }

  private static void rows(Page page, MatrixChange change, MatrixPlace place) {
    VersionRows.print(
        page,
        List.of(place.title()),
        version -> {
          Outcome outcome = EvolutionMatrix.run(change, place, version);
          return List.of(outcome.done(), outcome.oldRows(), outcome.youngRows());
        });
  }

  private static String upper(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
