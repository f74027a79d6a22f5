/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.util.List;

/** JVM flags that keep servers small and quick to start on a machine with few cores. */
public final class JvmFlags {
  private JvmFlags() {}

  /** For servers that start fast and compute little: serial collector, first compiler tier only. */
  public static List<String> small(int heapMegabytes) {
    return List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  /**
   * For servers that log through slf4j-simple: the least level to log, with times.
   *
   * @param level {@code trace}, {@code debug}, {@code info}, {@code warn} or {@code error}
   */
  public static List<String> simpleLogger(String level) {
    String prefix = "-Dorg.slf4j.simpleLogger.";
    return List.of(
        prefix + "defaultLogLevel=" + level,
        prefix + "showDateTime=true",
        prefix + "dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS");
  }
}
