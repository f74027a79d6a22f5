/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at what the build packed. */
class PluginPackageIT {
  private static final Path FOLDER = Path.of("target", "plugin");
  private static final Path DEPENDENCIES = Path.of("runtime-deps.txt");
  private static final long MEGABYTE = 1024 * 1024;

  @Test
  void bundlesExactlyTheCommittedJars() throws IOException {
    List<String> jars =
        jars().stream()
            .map(jar -> jar.getFileName().toString())
            .filter(name -> !name.startsWith("tidewater-"))
            .sorted()
            .toList();
    if (Boolean.getBoolean("tidewater.docs.write")) {
      Files.write(DEPENDENCIES, jars);
    }

    assertThat(jars)
        .as(
            "connector/runtime-deps.txt differs from what the plugin bundles. If that is meant, check"
                + " the licences of new jars (src/assembly/NOTICE) and write it anew with: mvn -pl"
                + " connector -am verify -Dquick -Dtest=NoTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dit.test=PluginPackageIT -Dfailsafe.failIfNoSpecifiedTests=false"
                + " -Dtidewater.docs.write=true")
        .isEqualTo(Files.readAllLines(DEPENDENCIES));
  }

  @Test
  void bundlesItsOwnJars() throws IOException {
    assertThat(jars())
        .extracting(jar -> jar.getFileName().toString().replaceAll("-[0-9].*", ""))
        .contains("tidewater-connector", "tidewater-format");
  }

  @Test
  void bundlesNothingThatTheWorkerProvides() throws IOException {
    assertThat(jars())
        .extracting(jar -> jar.getFileName().toString())
        .noneMatch(
            name ->
                name.matches(
                    "(kafka-|connect-|slf4j-|log4j|logback-|reload4j|netty-|bundle-|iceberg-aws-bundle"
                        + "|jspecify|junit|javax\\.ws|jakarta\\.ws).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"org/slf4j/", "org/apache/kafka/", "io/netty/", "org/apache/log4j/"})
  void bundlesNoCopyOfForeignClasses(String prefix) throws IOException {
    for (Path jar : jars()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        assertThat(file.stream().map(ZipEntry::getName))
            .as(jar.toString())
            .noneMatch(name -> name.startsWith(prefix) && name.endsWith(".class"));
      }
    }
  }

  @Test
  void hasManifestLicenceNoticeAndReadme() throws IOException {
    assertThat(Files.readString(FOLDER.resolve("manifest.json")))
        .contains("\"name\": \"kafka-connect-iceberg\"")
        .doesNotContain("${");
    assertThat(FOLDER.resolve("doc")).isDirectoryContaining("glob:**LICENSE");
    assertThat(FOLDER.resolve("doc")).isDirectoryContaining("glob:**NOTICE");
    assertThat(FOLDER.resolve("doc")).isDirectoryContaining("glob:**README.md");
  }

  @Test
  void zipsWhatTheFolderHolds() throws IOException {
    try (ZipFile zip = new ZipFile(zip())) {
      NavigableSet<String> zipped = new TreeSet<>();
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> entry.getName().substring(entry.getName().indexOf('/') + 1))
          .forEach(zipped::add);

      assertThat(zipped).isEqualTo(filesOfTheFolder());
    }
  }

  @Test
  void staysSmall() {
    assertThat(zip().length()).isBetween(20 * MEGABYTE, 72 * MEGABYTE);
  }

  /** The interfaces come from the test, all else must be among the plugin's own jars. */
  @Test
  void isFoundAsAServiceAmongItsOwnJars() throws Exception {
    try (URLClassLoader loader = new PluginLoader(jars())) {
      SinkConnector connector =
          ServiceLoader.load(SinkConnector.class, loader).findFirst().orElseThrow();

      assertThat(connector.getClass().getName()).isEqualTo(TidewaterSinkConnector.class.getName());
      assertThat(connector.getClass().getClassLoader()).isSameAs(loader);
      assertThat(connector.version()).isNotBlank();
      assertThat(connector.config().names()).contains("iceberg.tables");
      for (String needed :
          List.of(
              "org.apache.iceberg.rest.RESTCatalog",
              "org.apache.iceberg.jdbc.JdbcCatalog",
              "org.apache.iceberg.aws.glue.GlueCatalog",
              "org.apache.iceberg.aws.s3.S3FileIO",
              "org.apache.hadoop.fs.s3a.S3AFileSystem",
              "org.apache.iceberg.data.GenericFileWriterFactory",
              "com.github.luben.zstd.Zstd")) {
        assertThat(Class.forName(needed, true, loader).getClassLoader())
            .as(needed)
            .isSameAs(loader);
      }
    }
  }

  /** Opening the clients needs no server, but nearly every class that reading and writing need. */
  @Test
  void opensS3FilesWithItsOwnJars() throws Exception {
    try (PluginLoader loader = new PluginLoader(jars());
        ContextLoader context = ContextLoader.of(loader)) {
      Object files = newInstance(loader, "org.apache.iceberg.aws.s3.S3FileIO");
      Map<String, String> properties =
          Map.of(
              "client.region", "us-east-1",
              "s3.endpoint", "http://localhost:1",
              "s3.access-key-id", "key",
              "s3.secret-access-key", "secret");
      files.getClass().getMethod("initialize", Map.class).invoke(files, properties);

      Object file =
          files.getClass().getMethod("newInputFile", String.class).invoke(files, "s3://bucket/key");

      assertThat(file).hasToString("s3://bucket/key");
    }
  }

  @Test
  void opensS3aFilesWithItsOwnJars() throws Exception {
    try (PluginLoader loader = new PluginLoader(jars());
        ContextLoader context = ContextLoader.of(loader)) {
      Object configuration = newInstance(loader, "org.apache.hadoop.conf.Configuration");
      Method set = configuration.getClass().getMethod("set", String.class, String.class);
      set.invoke(configuration, "fs.s3a.endpoint", "http://localhost:1");
      set.invoke(configuration, "fs.s3a.endpoint.region", "us-east-1");
      set.invoke(configuration, "fs.s3a.access.key", "key");
      set.invoke(configuration, "fs.s3a.secret.key", "secret");
      set.invoke(configuration, "fs.s3a.input.stream.type", "classic");

      Object files =
          Class.forName("org.apache.hadoop.fs.FileSystem", true, loader)
              .getMethod("newInstance", URI.class, configuration.getClass())
              .invoke(null, URI.create("s3a://bucket/"), configuration);

      assertThat(files.getClass().getName()).isEqualTo("org.apache.hadoop.fs.s3a.S3AFileSystem");
      ((Closeable) files).close();
    }
  }

  /** Connect makes the plugin's loader that of the thread before it calls the plugin. */
  private record ContextLoader(ClassLoader before) implements AutoCloseable {
    static ContextLoader of(ClassLoader loader) {
      ContextLoader context = new ContextLoader(Thread.currentThread().getContextClassLoader());
      Thread.currentThread().setContextClassLoader(loader);
      return context;
    }

    @Override
    public void close() {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static Object newInstance(ClassLoader loader, String name) throws Exception {
    return Class.forName(name, true, loader).getConstructor().newInstance();
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> jars = Files.list(FOLDER.resolve("lib"))) {
      return jars.sorted().toList();
    }
  }

  private static File zip() {
    File[] zips =
        new File("target")
            .listFiles((folder, name) -> name.matches("tidewater-kafka-connect-iceberg-.*\\.zip"));
    assertThat(zips).hasSize(1);
    return zips[0];
  }

  private static NavigableSet<String> filesOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      NavigableSet<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace(File.separatorChar, '/'))
          .forEach(names::add);
      return names;
    }
  }
}
