/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.storage.SameStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTest {
  private static final SameStore STORES = SameStore.of(List.of("s3a=s3"), List.of());
  private static final Instant YOUNGEST = Instant.ofEpochMilli(1000);

  /** Compares the buckets with sets in memory, over random cases. */
  @Test
  void judgesAsIfAllWereInMemory(@TempDir Path folder) {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Map<String, Verdict> expected = new HashMap<>();
      Map<String, Verdict> actual = new HashMap<>();
      try (Scratch scratch = new Scratch(folder, new UUID(seed, 0));
          Buckets<ListedFile> listing = scratch.buckets(ListedFile.FORM);
          Buckets<NamedPath> named = scratch.buckets(NamedPath.FORM);
          Buckets<Fingerprint> waited = scratch.buckets(Fingerprint.FORM)) {
        for (int i = 0; i < 2000; i++) {
          String path = "://bucket/t/" + i + (random.nextBoolean() ? ".parquet" : ".avro");
          ListedFile file = new ListedFile("s3" + path, i, random.nextInt(2000));
          listing.add(file.bucket(), file);
          boolean live = random.nextBoolean();
          boolean elsewhere = !live && random.nextInt(4) == 0;
          boolean listed = random.nextBoolean();
          if (live) {
            add(named, (random.nextBoolean() ? "s3a" : "s3") + path);
          } else if (elsewhere) {
            add(named, "gs" + path);
          }
          if (listed) {
            waited.add(file.bucket(), file.identity());
          }
          expected.put(
              file.location(),
              live
                  ? Verdict.LIVE
                  : elsewhere
                      ? Verdict.NAMED_ELSEWHERE
                      : file.modified() >= 1000
                          ? Verdict.YOUNG
                          : listed ? Verdict.CONDEMNED : Verdict.SUSPECT);
        }
        listing.close();
        named.close();
        waited.close();
        new Difference(listing, named, waited)
            .judge(
                STORES, YOUNGEST, (bucket, file, verdict) -> actual.put(file.location(), verdict));
      }
      assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static void add(Buckets<NamedPath> named, String location) {
    NamedPath name = NamedPath.of(location);
    named.add(name.bucket(), name);
  }

  @Test
  void comparesMillionsOfFilesInLittleMemory(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Millions.class.getName(),
                folder.toString(),
                "2000000")
            .redirectErrorStream(true)
            .start();
    String output = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(small.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(output).contains("suspects=20000 live=1980000");
    assertThat(small.exitValue()).isZero();
  }

  /** Lists and names so many files that sets of their names would not fit. */
  static final class Millions {
    private Millions() {}

    public static void main(String[] arguments) {
      int files = Integer.parseInt(arguments[1]);
      Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
      try (Scratch scratch = new Scratch(Path.of(arguments[0]), new UUID(0, 0));
          Buckets<ListedFile> listing = scratch.buckets(ListedFile.FORM);
          Buckets<NamedPath> named = scratch.buckets(NamedPath.FORM);
          Buckets<Fingerprint> waited = scratch.buckets(Fingerprint.FORM)) {
        for (int i = 0; i < files; i++) {
          String location = "s3://bucket/warehouse/shop/orders/data/day=" + i % 1000 + "/" + i;
          ListedFile file = new ListedFile(location, i, 0);
          listing.add(file.bucket(), file);
          if (i % 100 != 0) {
            add(named, location);
          }
        }
        listing.close();
        named.close();
        waited.close();
        new Difference(listing, named, waited)
            .judge(
                STORES, YOUNGEST, (bucket, file, verdict) -> counts.merge(verdict, 1L, Long::sum));
      }
      System.out.println(
          "suspects=" + counts.get(Verdict.SUSPECT) + " live=" + counts.get(Verdict.LIVE));
    }
  }
}
