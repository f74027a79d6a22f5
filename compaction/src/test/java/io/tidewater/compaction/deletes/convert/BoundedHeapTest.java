/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Conversion in a process of 64 MB, beside 20 GB of equality deletes. All of them are taken with
 * {@code -Dtidewater.deletes.heap-files=20480}.
 */
class BoundedHeapTest {
  private static final int FILES = Integer.getInteger("tidewater.deletes.heap-files", 32);
  private static final Pattern NUMBER = Pattern.compile("([a-z]+)=(\\d+)");

  @Test
  void twentyGigabytesOfDeletesPassThroughSixtyFourMegabytesOfHeap() throws Exception {
    Map<String, Long> told = run();

    assertThat(told.get("files")).isGreaterThanOrEqualTo(FILES);
    assertThat(told.get("keys"))
        .as("each key once")
        .isEqualTo(3_000_000 + (told.get("files") - 1) * 120_000);
    assertThat(told.get("passes")).isGreaterThan(3_000_000L * 30 / (24 << 20));
    assertThat(told.get("arena")).isLessThanOrEqualTo(24L << 20);
    assertThat(told.get("peak")).isLessThan(64L << 20);
  }

  private static Map<String, Long> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BoundedHeap.class.getName(),
                Integer.toString(FILES))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Map<String, Long> told = new java.util.HashMap<>();
    Matcher matcher =
        NUMBER.matcher(
            output.lines().filter(line -> line.startsWith("files=")).findFirst().orElseThrow());
    while (matcher.find()) {
      told.put(matcher.group(1), Long.parseLong(matcher.group(2)));
    }
    return told;
  }
}
