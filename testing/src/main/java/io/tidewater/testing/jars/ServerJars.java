/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The class path of each server, resolved by Maven at first use.
 *
 * <p>The answer is kept beside the stack's POM and serves later processes until that POM, the root
 * POM or a jar changes. Any number of threads and processes may ask at once: one of them resolves,
 * the others wait for it.
 */
public final class ServerJars {
  private static final Map<Stack, List<Path>> RESOLVED = new EnumMap<>(Stack.class);

  private ServerJars() {}

  /**
   * The jars of a server, in class path order.
   *
   * @throws JarsException if Maven is missing or cannot resolve them; the message says what to do
   */
  public static synchronized List<Path> of(Stack stack) {
    return RESOLVED.computeIfAbsent(stack, missing -> resolve(ProjectHome.find(), missing));
  }

  static List<Path> resolve(Path home, Stack stack) {
    StackFolder folder = StackFolder.of(home, stack);
    try {
      Files.createDirectories(folder.target());
      try (FileChannel channel =
              FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return resolve(folder, stack, lock);
      }
    } catch (IOException e) {
      throw new JarsException("Cannot keep the class path of a server in " + folder.target(), e);
    }
  }

  private static List<Path> resolve(StackFolder folder, Stack stack, FileLock held)
      throws IOException {
    if (!held.isValid()) {
      throw new IllegalStateException("Resolving without the lock on " + folder.lock());
    }
    Optional<List<Path>> known = folder.remembered();
    if (known.isPresent()) {
      return known.get();
    }
    new MavenResolution(folder, stack).run();
    return folder
        .remember()
        .orElseThrow(
            () -> new JarsException("Maven named jars for " + stack.title() + " that are missing"));
  }
}
