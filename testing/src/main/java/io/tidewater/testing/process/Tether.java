/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every server process: runs the real one, named by the first argument, and halts
 * the JVM when standard input closes, as it does when the parent is gone for whatever reason.
 *
 * <p>What arrives on standard input before that is passed on to the real main. It stands on the
 * class path of servers, so it uses nothing but the JDK.
 */
public final class Tether {
  private static final int ORPHANED = 64;
  private static final int BUFFER_BYTES = 1 << 16;

  private Tether() {}

  /**
   * Runs a server.
   *
   * @param arguments the class whose {@code main} to run, then its own arguments
   */
  public static void main(String[] arguments) throws Throwable {
    InputStream parent = System.in;
    PipedInputStream passedOn = new PipedInputStream(BUFFER_BYTES);
    PipedOutputStream pipe = new PipedOutputStream(passedOn);
    System.setIn(passedOn);
    Thread watch = new Thread(() -> haltWhenClosed(parent, pipe), "tether");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void haltWhenClosed(InputStream parent, PipedOutputStream pipe) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (pipe) {
      for (int count = parent.read(buffer); count >= 0; count = parent.read(buffer)) {
        pipe.write(buffer, 0, count);
        pipe.flush();
      }
    } catch (IOException e) {
      // A broken pipe says the same as a closed one.
    } finally {
      Runtime.getRuntime().halt(ORPHANED);
    }
  }
}
