/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.catalog;

import io.tidewater.connector.config.CatalogOptions;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.common.DynClasses;
import org.apache.iceberg.common.DynConstructors;
import org.apache.iceberg.common.DynMethods;

/**
 * Hadoop's configuration for the catalogs and file systems that want one. It is made by reflection,
 * as Iceberg does, so that the plugin also works where its user has taken Hadoop's jars out.
 */
final class HadoopConfiguration {
  private static final List<String> FILES =
      List.of("core-site.xml", "hdfs-site.xml", "hive-site.xml");

  /** S3A's usual stream needs the asynchronous S3 client, which the plugin does not bring. */
  private static final String S3A_STREAM = "fs.s3a.input.stream.type";

  private static final String S3A_STREAM_WITH_BLOCKING_CLIENT = "classic";

  /** The configuration, or nothing where Hadoop is not there. */
  static Optional<Object> of(CatalogOptions options) {
    return Optional.ofNullable(
            DynClasses.builder()
                .impl("org.apache.hadoop.hdfs.HdfsConfiguration")
                .impl("org.apache.hadoop.conf.Configuration")
                .orNull()
                .build())
        .map(type -> filled(type, options));
  }

  private static Object filled(Class<?> type, CatalogOptions options) {
    Object configuration = DynConstructors.builder().impl(type).build().newInstance();
    DynMethods.BoundMethod set =
        DynMethods.builder("set").impl(type, String.class, String.class).build(configuration);
    DynMethods.BoundMethod addResource =
        DynMethods.builder("addResource").impl(type, URL.class).build(configuration);
    options.hadoopDirectory().ifPresent(directory -> addFiles(directory, addResource));
    set.invoke(S3A_STREAM, S3A_STREAM_WITH_BLOCKING_CLIENT);
    options.hadoop().values().forEach(set::invoke);
    return configuration;
  }

  private static void addFiles(Path directory, DynMethods.BoundMethod addResource) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "iceberg.hadoop-conf-dir is no directory on this worker: " + directory);
    }
    for (String name : FILES) {
      Path file = directory.resolve(name);
      if (Files.isRegularFile(file)) {
        addResource.invoke(url(file));
      }
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Not a file that can be loaded: " + file, e);
    }
  }

  private HadoopConfiguration() {}
}
