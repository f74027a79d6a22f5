/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.s3;

import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.jars.Stack;
import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.Ports;
import io.tidewater.testing.process.PropertiesFile;
import io.tidewater.testing.process.Readiness;
import io.tidewater.testing.process.ServerException;
import io.tidewater.testing.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** An S3 API on a folder: a bucket is a folder in it, an object a file. */
public final class S3Server implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int HEAP_MEGABYTES = 128;
  private static final String REGION = "us-east-1";
  private static final String ACCESS_KEY = "test";
  private static final String SECRET_KEY = "testsecret";

  /** The largest body that a client may send and sign as a whole. */
  private static final int MAX_SIGNED_BYTES = 128 << 20;

  private final Path directory;
  private final int port;
  private final Path configuration;
  private ServerProcess process;

  private S3Server(Path directory, int port) {
    this.directory = directory;
    this.port = port;
    this.configuration = PropertiesFile.write(directory.resolve("s3proxy.conf"), properties());
    this.process = launch();
  }

  /** Starts a server on a free port; objects that are in the folder already are served again. */
  public static S3Server start(Path directory) {
    return start(directory, Ports.free());
  }

  public static S3Server start(Path directory, int port) {
    S3Server.createFolder(directory.resolve("objects"));
    return new S3Server(directory.toAbsolutePath(), port);
  }

  /** Endpoint and credentials; the same after a restart. */
  public S3Access access() {
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new S3Access(endpoint, REGION, ACCESS_KEY, SECRET_KEY);
  }

  /** Creates a bucket if it is missing; returns the folder that holds its objects as files. */
  public Path createBucket(String bucket) {
    return createFolder(directory.resolve("objects").resolve(bucket));
  }

  /** The present process; another one after a restart. */
  public ServerProcess process() {
    return process;
  }

  /** Starts the server again on the same port and objects; stops it first if it still runs. */
  public void restart() {
    close();
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private ServerProcess launch() {
    ServerProcess started =
        ServerProcess.start(
            JavaCommand.of(
                    "s3proxy", "org.gaul.s3proxy.Main", ServerJars.of(Stack.S3PROXY), directory)
                .withJvmFlags(JvmFlags.small(HEAP_MEGABYTES))
                .withArguments("--properties", configuration.toString()));
    try {
      started.awaitReady(Readiness.port(port), START);
      return started;
    } catch (RuntimeException e) {
      started.kill();
      throw e;
    }
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("s3proxy.endpoint", "http://127.0.0.1:" + port);
    properties.put("s3proxy.authorization", "aws-v2-or-v4");
    properties.put("s3proxy.identity", ACCESS_KEY);
    properties.put("s3proxy.credential", SECRET_KEY);
    properties.put("s3proxy.v4-max-non-chunked-request-size", Integer.toString(MAX_SIGNED_BYTES));
    // Trino sends headers that S3Proxy would otherwise refuse.
    properties.put("s3proxy.ignore-unknown-headers", "true");
    properties.put("jclouds.provider", "filesystem-nio2");
    properties.put("jclouds.identity", "unused");
    properties.put("jclouds.credential", "unused");
    properties.put("jclouds.filesystem.basedir", directory.resolve("objects").toString());
    return properties;
  }

  private static Path createFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ServerException("Cannot create " + folder, e);
    }
  }
}
