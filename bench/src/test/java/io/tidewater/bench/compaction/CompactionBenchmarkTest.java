/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CompactionBenchmarkTest {
  @TempDir Path folder;

  @Test
  void compactsTinyTablesInEveryWay() {
    int exitCode =
        new CommandLine(new CompactionBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(
                "--folder",
                folder.toString(),
                "--megabytes",
                "1",
                "--repeats",
                "1",
                "--heap",
                "256",
                "--scenario",
                "scattered",
                "--scenario",
                "equality",
                "--without-spark");

    assertThat(exitCode).isZero();
  }

  @Test
  void tellsHowManyTimesAsMuchIsDone() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Report.print(
        List.of(result("ours", 1, 2), result("theirs", 30, 20)),
        new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("| ours | 100 | 50.0 | 66.7 | 50.0 |")
        .contains("| theirs | 100 | 5.0 | 4.0 | 5.0 |")
        .contains("**10.0**");
  }

  private static Result result(String contender, long first, long second) {
    return new Result(contender, Scenario.CLEAN, 100_000_000, List.of(run(first), run(second)));
  }

  private static Result.Run run(long seconds) {
    return new Result.Run(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
  }
}
