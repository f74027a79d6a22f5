/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final Endpoints ENDPOINTS =
      new Endpoints(
          "127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3", "orders", "shop.orders");

  @TempDir private Path folder = Path.of("");
  private Path path = Path.of("");

  @BeforeEach
  void chooseAFolderThatIsNotThereYet() {
    path = folder.resolve("of-a-user/quickstart.properties");
  }

  @Test
  void givesBackWhatTheRunningProcessWrote() {
    new StateFile(path).write(ENDPOINTS);

    assertThat(new StateFile(path).read()).contains(ENDPOINTS);
  }

  @Test
  void isEmptyWhenNobodyWrote() {
    assertThat(new StateFile(path).read()).isEmpty();
  }

  @Test
  void isEmptyOnceRemoved() {
    StateFile file = new StateFile(path);
    file.write(ENDPOINTS);

    file.remove();
    file.remove();

    assertThat(file.read()).isEmpty();
  }

  @Test
  void countsForNothingOnceItsProcessIsGone() throws IOException {
    new StateFile(path).write(ENDPOINTS);
    replace("pid=.*", "pid=" + deadProcess());

    assertThat(new StateFile(path).read()).isEmpty();
  }

  @Test
  void countsForNothingWhenALaterProcessHasTheNumber() throws IOException {
    new StateFile(path).write(ENDPOINTS);
    replace("process.started=.*", "process.started=2001-01-01T00\\\\:00\\\\:00Z");

    assertThat(new StateFile(path).read()).isEmpty();
  }

  private void replace(String line, String by) throws IOException {
    Files.writeString(path, Files.readString(path).replaceAll(line, by));
  }

  private static long deadProcess() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }
}
