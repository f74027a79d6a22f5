/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.Ports;
import io.tidewater.testing.process.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A standalone cluster of one master and one worker on loopback. */
final class SparkCluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);

  private final String url;
  private final ServerProcess master;
  private final ServerProcess worker;

  private SparkCluster(String url, ServerProcess master, ServerProcess worker) {
    this.url = url;
    this.master = master;
    this.worker = worker;
  }

  static SparkCluster start(SparkHome home, Path folder) {
    int port = Ports.free();
    String url = "spark://127.0.0.1:" + port;
    ServerProcess master =
        ServerProcess.start(
            command(home, folder, "master")
                .withArguments("--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0"));
    master.awaitReady(() -> Files.readString(master.log()).contains("New state: ALIVE"), START);
    ServerProcess worker =
        ServerProcess.start(
            command(home, folder, "worker")
                .withArguments("--host", "127.0.0.1", "--webui-port", "0")
                .withArguments("--cores", "2", "--memory", "1g")
                .withArguments("--work-dir", folder.resolve("work").toString(), url));
    worker.awaitReady(
        () -> Files.readString(worker.log()).contains("Successfully registered with master"),
        START);
    return new SparkCluster(url, master, worker);
  }

  private static JavaCommand command(SparkHome home, Path folder, String role) {
    String main =
        "org.apache.spark.deploy."
            + role
            + "."
            + role.substring(0, 1).toUpperCase(Locale.ROOT)
            + role.substring(1);
    return JavaCommand.of(role, main, home.jars(), folder)
        .withJvmFlags(List.of("-Xmx256m", "-XX:+UseSerialGC"))
        .withJvmFlags(SparkHome.opened())
        .withEnvironment(
            Map.of("SPARK_HOME", home.path().toString(), "SPARK_LOCAL_IP", "127.0.0.1"));
  }

  /** What {@code spark.master} is. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    ProcessHandle.of(worker.pid())
        .ifPresent(handle -> handle.descendants().forEach(ProcessHandle::destroyForcibly));
    worker.close();
    master.close();
  }
}
