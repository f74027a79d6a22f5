/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.quickstart.CatalogProcess;
import io.tidewater.examples.soak.Aggressive;
import io.tidewater.examples.soak.CompactionProcess;
import io.tidewater.examples.soak.LiveFiles;
import io.tidewater.testing.fault.CuttingProxy;
import io.tidewater.testing.fault.Fault;
import io.tidewater.testing.fault.FaultRule;
import io.tidewater.testing.fault.RequestLine;
import io.tidewater.testing.jars.ProjectHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a catalog that commits, and then answers as if it had not. */
class LostAnswersIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FAULTS = 6;

  @Test
  void losesNoRowAndNoFileByAnswersThatAreNotTrue(@TempDir Path folder) {
    long seed = new Random().nextLong();
    System.out.println("seed of the faults: " + seed);
    Random random = new Random(seed);
    Path home = ProjectHome.find();
    try (CatalogProcess catalog = CatalogProcess.start(home, folder.resolve("catalog"));
        CuttingProxy proxy = CuttingProxy.before(URI.create(catalog.uri()));
        BusyTable table = new BusyTable(catalog.uri(), "sea.denied")) {
      proxy.inject(
          FaultRule.sometimes(
              0.3, random, RequestLine.matching("POST", "/tables/denied$"), new Fault.Deny(502)));
      proxy.inject(
          FaultRule.sometimes(
              0.2, random, RequestLine.matching("POST", "/tables/denied$"), new Fault.Deny(500)));
      proxy.inject(
          FaultRule.sometimes(
              0.2, random, RequestLine.matching("POST", "/tables/denied$"), new Fault.CutAnswer()));
      table.growAndDelete();
      try (CompactionProcess service =
          CompactionProcess.start(
              home, folder.resolve("compaction"), Aggressive.settings(proxy.uri().toString()))) {
        Awaitility.await("faults")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .failFast("the service ended", () -> !service.process().isAlive())
            .until(
                () -> {
                  table.growAndDelete();
                  return proxy.faults().size() >= FAULTS;
                });
        proxy.heal();
        Awaitility.await("few files are left").atMost(PATIENCE).until(() -> dataFiles(table) <= 2);
      }

      assertThat(table.read()).as("seed %d", seed).isEqualTo(List.copyOf(table.expected()));
      assertThat(LiveFiles.look(table.table()).missing()).as("seed %d", seed).isEmpty();
    }
  }

  private static long dataFiles(BusyTable table) {
    return StreamSupport.stream(table.table().newScan().planFiles().spliterator(), false).count();
  }
}
