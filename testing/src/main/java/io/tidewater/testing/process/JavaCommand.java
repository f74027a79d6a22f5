/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to run as a server process.
 *
 * @param name the server's name in messages and of its log file
 * @param mainClass the class whose {@code main} runs the server
 * @param classPath the server's jars; this module's own classes are added
 * @param directory the working directory, which holds the log file as well
 * @param javaHome the JDK that runs it
 * @param jvmFlags flags for the JVM, such as {@code -Xmx256m}
 * @param arguments arguments for {@code mainClass}
 * @param environment additions to this process's environment
 * @param standardOutput where the server's standard output goes; standard error is always logged
 */
public record JavaCommand(
    String name,
    String mainClass,
    List<Path> classPath,
    Path directory,
    Path javaHome,
    List<String> jvmFlags,
    List<String> arguments,
    Map<String, String> environment,
    StandardOutput standardOutput) {

  /** Where a server's standard output goes. */
  public enum StandardOutput {
    /** To the log file, with standard error. */
    LOGGED,
    /** To this process: {@link ServerProcess#standardOutput()}. */
    PIPED
  }

  public JavaCommand {
    classPath = List.copyOf(classPath);
    jvmFlags = List.copyOf(jvmFlags);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** A command that runs on this process's own JDK with no flags and no arguments. */
  public static JavaCommand of(
      String name, String mainClass, List<Path> classPath, Path directory) {
    return new JavaCommand(
        name,
        mainClass,
        classPath,
        directory.toAbsolutePath(),
        Path.of(System.getProperty("java.home")),
        List.of(),
        List.of(),
        Map.of(),
        StandardOutput.LOGGED);
  }

  public JavaCommand withJavaHome(Path home) {
    return new JavaCommand(
        name,
        mainClass,
        classPath,
        directory,
        home,
        jvmFlags,
        arguments,
        environment,
        standardOutput);
  }

  /** Adds flags for the JVM after those that are there. */
  public JavaCommand withJvmFlags(List<String> flags) {
    return new JavaCommand(
        name,
        mainClass,
        classPath,
        directory,
        javaHome,
        joined(jvmFlags, flags),
        arguments,
        environment,
        standardOutput);
  }

  /** Adds arguments for the main class after those that are there. */
  public JavaCommand withArguments(String... added) {
    return new JavaCommand(
        name,
        mainClass,
        classPath,
        directory,
        javaHome,
        jvmFlags,
        joined(arguments, List.of(added)),
        environment,
        standardOutput);
  }

  public JavaCommand withEnvironment(Map<String, String> variables) {
    return new JavaCommand(
        name,
        mainClass,
        classPath,
        directory,
        javaHome,
        jvmFlags,
        arguments,
        variables,
        standardOutput);
  }

  public JavaCommand withStandardOutput(StandardOutput output) {
    return new JavaCommand(
        name, mainClass, classPath, directory, javaHome, jvmFlags, arguments, environment, output);
  }

  /** The file that receives what the server logs; an earlier run's content is kept. */
  public Path log() {
    return directory.resolve(name + ".log");
  }

  /** The command line: the tethered main, deaf to the Ctrl-C that is meant for the parent. */
  List<String> commandLine() {
    List<String> line = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    line.add(javaHome.resolve("bin/java").toString());
    line.addAll(jvmFlags);
    line.addAll(List.of("-cp", fullClassPath(), Tether.class.getName(), mainClass));
    line.addAll(arguments);
    return line;
  }

  private String fullClassPath() {
    return Stream.concat(classPath.stream(), Stream.of(ownClasses()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path ownClasses() {
    try {
      return Path.of(Tether.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("This program was not loaded from a file", e);
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
