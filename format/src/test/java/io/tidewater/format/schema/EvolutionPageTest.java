/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.page.Page;
import io.tidewater.format.schema.EvolutionMatrix.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    return page.text();
  }

  private static void rows(Page page, MatrixChange change, MatrixPlace place) {
    Map<List<String>, String> versions = new LinkedHashMap<>();
    for (int version : EvolutionMatrix.VERSIONS) {
      Outcome outcome = EvolutionMatrix.run(change, place, version);
      List<String> cells = List.of(outcome.done(), outcome.oldRows(), outcome.youngRows());
      versions.merge(cells, String.valueOf(version), (first, second) -> first + ", " + second);
    }
    versions.forEach(
        (cells, numbers) ->
            page.row(place.title(), numbers, cells.get(0), cells.get(1), cells.get(2)));
  }

  private static String upper(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
