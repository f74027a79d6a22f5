/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.trino;

/**
 * Starts Trino inside its own JVM. Trino's jars are compiled for a newer Java than this class, so
 * it finds the server by name.
 */
public final class TrinoMain {
  private TrinoMain() {}

  /**
   * Starts the server, whose configuration comes from system properties.
   *
   * @param arguments Trino's version, which it reports about itself
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Class<?> server = Class.forName("io.trino.server.Server");
    Object instance = server.getConstructor().newInstance();
    server.getMethod("start", String.class).invoke(instance, arguments[0]);
  }
}
