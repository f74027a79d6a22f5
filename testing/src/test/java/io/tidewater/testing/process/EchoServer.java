/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A child process for tests: repeats each line of its standard input. */
public final class EchoServer {
  private EchoServer() {}

  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      System.err.println("argument " + argument);
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(line);
    }
  }
}
