/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.DiskTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFolderTest {
  private static final TableIdentifier ORDERS = DiskTables.named("orders");
  private static final String REQUEST =
      "{\"id\": \"case-1\", \"table\": \"shop.orders\", \"columns\": [\"id\"], \"keys\": [[4711]]}";

  private Path folder;
  private RequestFolder requests;

  @BeforeEach
  void open(@TempDir Path empty) {
    folder = empty;
    requests = new RequestFolder(empty);
  }

  private static EraseReport report(List<String> stillHeld) {
    return new EraseReport(
        "case-1",
        Instant.EPOCH,
        List.of(
            new EraseReport.OfTable(
                ORDERS, 3, List.of("a"), List.of(7L), List.of("a"), stillHeld, List.of())));
  }

  @Test
  void tellsTheRequestsOfATable() throws IOException {
    Files.writeString(folder.resolve("one.json"), REQUEST);
    Files.writeString(folder.resolve("two.json"), REQUEST.replace("orders", "other"));

    assertThat(requests.pending(ORDERS))
        .singleElement()
        .satisfies(request -> assertThat(request.columns()).containsExactly("id"));
  }

  @Test
  void forgetsTheKeysOfWhatIsDone() throws IOException {
    Path file = Files.writeString(folder.resolve("one.json"), REQUEST);
    EraseRequest request = requests.pending(ORDERS).get(0);

    requests.report(request, report(List.of("tag year-end")));
    assertThat(file).exists();
    requests.report(request, report(List.of()));

    assertThat(file).doesNotExist();
    assertThat(requests.pending(ORDERS)).isEmpty();
    assertThat(Files.readString(folder.resolve("case-1.report")))
        .contains("\"complete\" : true")
        .doesNotContain("4711");
  }

  @Test
  void aRequestThatMakesNoSenseStopsNoOther() throws IOException {
    Files.writeString(folder.resolve("bad.json"), REQUEST.replace("[[4711]]", "\"4711\""));
    Files.writeString(folder.resolve("one.json"), REQUEST);

    assertThat(requests.pending(ORDERS)).hasSize(1);

    assertThat(Files.readString(folder.resolve("bad.json.error")))
        .contains("field keys: expected an array")
        .doesNotContain("4711");
  }
}
