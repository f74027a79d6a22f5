/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * The folder of a server that is published as one archive, unpacked at first use.
 *
 * <p>It stands beside the stack's POM and serves later processes. Any number of threads and
 * processes may ask at once: one of them unpacks, the others wait for it.
 */
public final class UnpackedArchive {
  private static final String ENDING = ".tar.gz";
  private static final int MINUTES = 5;

  private UnpackedArchive() {}

  /**
   * The folder that a server's archive is unpacked in. It is shared: nothing may be written there.
   *
   * @throws JarsException if the archive cannot be resolved or unpacked; the message says what to
   *     do
   */
  public static synchronized Path of(Stack stack) {
    Path archive =
        ServerJars.of(stack).stream()
            .filter(jar -> jar.toString().endsWith(ENDING))
            .findFirst()
            .orElseThrow(
                () -> new JarsException("There is no " + ENDING + " for " + stack.title()));
    String name = archive.getFileName().toString();
    Path target = StackFolder.of(ProjectHome.find(), stack).target();
    Path folder = target.resolve(name.substring(0, name.length() - ENDING.length()));
    try (FileChannel channel =
            FileChannel.open(
                target.resolve("unpacking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return Files.isDirectory(folder) ? folder : unpack(archive, folder, lock);
    } catch (IOException e) {
      throw new JarsException("Cannot unpack " + archive + " in " + target, e);
    }
  }

  /** Under another name until it is whole, so that what is left of a broken run is not used. */
  private static Path unpack(Path archive, Path folder, FileLock held) throws IOException {
    if (!held.isValid()) {
      throw new IllegalStateException("Unpacking without the lock");
    }
    Path unfinished = Files.createTempDirectory(folder.getParent(), "unfinished");
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", unfinished.toString())
            .inheritIO()
            .start();
    try {
      if (!tar.waitFor(MINUTES, TimeUnit.MINUTES) || tar.exitValue() != 0) {
        throw new JarsException(
            "tar could not unpack " + archive + "; check the disk, or delete the archive");
      }
      return Files.move(unfinished, folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JarsException("Interrupted while unpacking " + archive, e);
    } finally {
      tar.destroy();
    }
  }
}
