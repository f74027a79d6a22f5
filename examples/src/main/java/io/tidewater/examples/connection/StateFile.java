/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The file by which other commands find a running quickstart. It names the process that wrote it:
 * once that process is gone, however it ended, the file counts for nothing.
 */
public final class StateFile {
  private static final String PID = "pid";
  private static final String STARTED = "process.started";

  private final Path file;

  public StateFile(Path file) {
    this.file = file;
  }

  /** This user's file, in the folder for temporary files. */
  public static StateFile ofThisUser() {
    String folder = "tidewater-" + System.getProperty("user.name");
    return new StateFile(
        Path.of(System.getProperty("java.io.tmpdir"), folder, "quickstart.properties"));
  }

  /** Announces the endpoints, as those of the current process. */
  public void write(Endpoints endpoints) {
    Properties state = new Properties();
    ProcessHandle self = ProcessHandle.current();
    state.setProperty(PID, Long.toString(self.pid()));
    state.setProperty(STARTED, started(self));
    state.setProperty("bootstrap.servers", endpoints.bootstrapServers());
    state.setProperty("connect.uri", endpoints.connectUri());
    state.setProperty("catalog.uri", endpoints.catalogUri());
    state.setProperty("topic", endpoints.topic());
    state.setProperty("table", endpoints.table());
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path whole = Files.createTempFile(folder, "quickstart", ".part");
      try (Writer writer = Files.newBufferedWriter(whole)) {
        state.store(writer, "The quickstart that is running now");
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The endpoints of the quickstart that runs now, if one does. */
  public Optional<Endpoints> read() {
    Properties state = load();
    return isRunning(state) ? Optional.of(endpoints(state)) : Optional.empty();
  }

  /** Takes the announcement back, unless another process has made its own meanwhile. */
  public void remove() {
    try {
      Properties state = load();
      ProcessHandle self = ProcessHandle.current();
      if (!Long.toString(self.pid()).equals(state.getProperty(PID))) {
        return;
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  /** What the file says; nothing, if there is none. */
  private Properties load() {
    Properties state = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      state.load(reader);
    } catch (NoSuchFileException e) {
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return state;
  }

  private static Endpoints endpoints(Properties state) {
    return new Endpoints(
        state.getProperty("bootstrap.servers", ""),
        state.getProperty("connect.uri", ""),
        state.getProperty("catalog.uri", ""),
        state.getProperty("topic", ""),
        state.getProperty("table", ""));
  }

  private static boolean isRunning(Properties state) {
    return ProcessHandle.of(Long.parseLong(state.getProperty(PID, "-1")))
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process).equals(state.getProperty(STARTED)))
        .isPresent();
  }

  /** Tells a process from a later one that was given the same number. */
  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }
}
