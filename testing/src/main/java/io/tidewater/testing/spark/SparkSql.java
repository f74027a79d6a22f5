/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.spark;

import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.jars.Stack;
import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JavaCommand.StandardOutput;
import io.tidewater.testing.process.PropertiesFile;
import io.tidewater.testing.process.ServerProcess;
import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.query.QueryResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An open Spark session on an Iceberg catalog. Thread-safe; statements run one after the other.
 *
 * <p>To run a few statements and be done: start, query, close, in one try-with-resources.
 */
public final class SparkSql implements AutoCloseable {
  private static final String MAIN = "io.tidewater.testing.spark.engine.SparkEngine";
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration ANSWER = Duration.ofMinutes(10);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int MOST_ROWS = 100_000;

  private final ServerProcess process;
  private final SparkConversation conversation;

  private SparkSql(ServerProcess process) {
    this.process = process;
    this.conversation = new SparkConversation(process);
  }

  /** Starts Spark and waits until its session is open. */
  public static SparkSql start(SparkSettings settings) {
    Path configuration =
        PropertiesFile.write(
            settings.directory().resolve("spark.properties"), SparkProperties.of(settings));
    ServerProcess process =
        ServerProcess.start(
            JavaCommand.of("spark", MAIN, ServerJars.of(Stack.SPARK), settings.directory())
                .withJvmFlags(jvmFlags(settings.heapMegabytes()))
                .withEnvironment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
                .withStandardOutput(StandardOutput.PIPED)
                .withArguments(configuration.toString()));
    try {
      SparkSql started = new SparkSql(process);
      started.conversation.awaitReady(START);
      return started;
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }

  /**
   * Runs one statement and returns all its rows.
   *
   * @throws QueryException with Spark's words if it refuses the statement, or if there are more
   *     than 100,000 rows
   */
  public QueryResult query(String sql) {
    QueryResult result = query(sql, MOST_ROWS);
    if (result.truncated()) {
      throw new QueryException("More than " + MOST_ROWS + " rows; add a limit to: " + sql);
    }
    return result;
  }

  /** Runs one statement and returns at most so many of its rows. */
  public synchronized QueryResult query(String sql, int mostRows) {
    return conversation.ask(sql, mostRows, ANSWER);
  }

  public ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop(STOP);
  }

  private static List<String> jvmFlags(int heapMegabytes) {
    Stream<String> flags =
        Stream.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-Djdk.reflect.useDirectMethodHandle=false",
            "-Dio.netty.tryReflectionSetAccessible=true",
            "-Daws.region=us-east-1");
    // The packages that Spark's own launcher opens.
    Stream<String> opened =
        Stream.of(
                "java.lang",
                "java.lang.invoke",
                "java.lang.reflect",
                "java.io",
                "java.net",
                "java.nio",
                "java.util",
                "java.util.concurrent",
                "java.util.concurrent.atomic",
                "jdk.internal.ref",
                "sun.nio.ch",
                "sun.nio.cs",
                "sun.security.action",
                "sun.util.calendar")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED");
    return Stream.concat(flags, opened).toList();
  }
}
