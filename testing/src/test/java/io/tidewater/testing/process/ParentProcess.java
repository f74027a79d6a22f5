/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A parent process for tests: starts a child, prints its process id, and waits to be killed. */
public final class ParentProcess {
  private ParentProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path directory = Path.of(arguments[0]);
    ServerProcess child =
        ServerProcess.start(
            JavaCommand.of("child", EchoServer.class.getName(), testClasses(), directory));
    switch (arguments[1]) {
      case "suspend" -> child.suspend();
      case "exit" -> {
        System.out.println(child.pid());
        return;
      }
      default -> {}
    }
    System.out.println(child.pid());
    TimeUnit.MINUTES.sleep(10);
  }

  static List<Path> testClasses() {
    return List.of(
        Path.of(ParentProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }
}
