/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.iceberg.inmemory.InMemoryFileIO;
import org.apache.iceberg.io.BulkDeletionFailureException;
import org.apache.iceberg.io.SupportsBulkOperations;
import org.junit.jupiter.api.Test;

final class FileDeletionTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final List<Duration> waits = new ArrayList<>();

  private FileDeletion deletion(InMemoryFileIO io) {
    return new FileDeletion(
        io,
        1_000,
        () -> now,
        duration -> {
          waits.add(duration);
          now = now.plus(duration);
        });
  }

  private static List<String> files(int count) {
    return IntStream.range(0, count).mapToObj(i -> "mem://shop/" + i).toList();
  }

  /** Storage that deletes many at a time. */
  private static final class Bulk extends InMemoryFileIO implements SupportsBulkOperations {
    private final List<Integer> requests = new ArrayList<>();
    private final Consumer<List<String>> fault;

    private Bulk(Consumer<List<String>> fault) {
      this.fault = fault;
    }

    @Override
    public void deleteFiles(Iterable<String> paths) {
      List<String> all = new ArrayList<>();
      paths.forEach(all::add);
      requests.add(all.size());
      fault.accept(all);
    }
  }

  @Test
  void deletesManyAtATimeAndNoFasterThanAllowed() {
    Bulk storage = new Bulk(all -> {});
    FileDeletion deletion = deletion(storage);

    deletion.delete(files(2_500));
    deletion.delete(files(10));

    assertThat(storage.requests).containsExactly(1_000, 1_000, 500, 10);
    assertThat(waits)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
    assertThat(deletion.deleted()).isEqualTo(2_510);
  }

  @Test
  void countsWhatCouldNotBeDeleted() {
    FileDeletion deletion =
        deletion(
            new Bulk(
                all -> {
                  throw new BulkDeletionFailureException(30);
                }));

    deletion.delete(files(100));

    assertThat(deletion.failed()).isEqualTo(30);
    assertThat(deletion.deleted()).isEqualTo(70);
  }

  @Test
  void givesUpOnStorageThatDeletesNothing() {
    Bulk storage =
        new Bulk(
            all -> {
              throw new IllegalStateException("not allowed");
            });
    FileDeletion deletion = deletion(storage);

    deletion.delete(files(5_000));

    assertThat(storage.requests).containsExactly(1_000);
    assertThat(deletion.failed()).isEqualTo(1_000);
  }

  @Test
  void takesAFileThatIsGoneForDeleted() {
    InMemoryFileIO storage = new InMemoryFileIO();
    storage.addFile("mem://shop/1", new byte[] {1});
    FileDeletion deletion = deletion(storage);

    deletion.delete(files(3));

    assertThat(deletion.deleted()).isEqualTo(1);
    assertThat(deletion.failed()).isZero();
    assertThat(storage.fileExists("mem://shop/1")).isFalse();
  }
}
