/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Which Iceberg catalog holds the tables, and how to reach it.
 *
 * @param name the catalog's name
 * @param properties what Iceberg's catalog and file access are given
 * @param hadoopDirectory a directory with Hadoop's configuration files
 * @param hadoop properties for Hadoop's configuration
 * @param checkTimeout how long a check of the configuration waits for the catalog
 */
public record CatalogOptions(
    String name,
    SecretProperties properties,
    Optional<Path> hadoopDirectory,
    SecretProperties hadoop,
    Duration checkTimeout) {
  /** The key that names the catalog. */
  public static final String NAME = "iceberg.catalog";

  /** The key of the catalog's address. */
  public static final String URI = "iceberg.catalog.uri";

  private static final String GROUP = "Catalog";
  private static final String PREFIX = "iceberg.catalog.";
  private static final String HADOOP_DIRECTORY = "iceberg.hadoop-conf-dir";
  private static final String HADOOP_PREFIX = "iceberg.hadoop.";
  private static final String CHECK_TIMEOUT = "tidewater.catalog.check-timeout-ms";
  private static final long DEFAULT_CHECK_TIMEOUT = 15_000;
  private static final String DEFAULT_NAME = "iceberg";

  static void define(ConfigDef definition) {
    new OptionGroup(definition, GROUP)
        .text(NAME, DEFAULT_NAME, Importance.MEDIUM, "The name of the catalog.")
        .text(
            PREFIX + "type",
            null,
            Importance.HIGH,
            "The kind of catalog: rest, glue, jdbc, hadoop, nessie, hive. Needs the catalog's jars"
                + " where the plugin does not bring them.")
        .text(
            PREFIX + "catalog-impl",
            null,
            Importance.MEDIUM,
            "The catalog's class, in place of its kind.")
        .text(URI, null, Importance.HIGH, "The catalog's address.")
        .text(
            PREFIX + "warehouse",
            null,
            Importance.HIGH,
            "The warehouse: its name for a REST catalog, its location for the others.")
        .text(
            PREFIX + "io-impl",
            null,
            Importance.MEDIUM,
            "The class that reads and writes files, for instance"
                + " org.apache.iceberg.aws.s3.S3FileIO.")
        .secret(
            PREFIX + "credential",
            Importance.MEDIUM,
            "Id and secret for a REST catalog with OAuth2, with a colon between them.")
        .secret(PREFIX + "token", Importance.MEDIUM, "A bearer token for a REST catalog.")
        .secret(
            PREFIX + "s3.secret-access-key",
            Importance.MEDIUM,
            "The secret key for S3, where neither the catalog nor the environment gives one.")
        .secret(PREFIX + "s3.session-token", Importance.LOW, "The session token for S3.")
        .secret(PREFIX + "jdbc.password", Importance.LOW, "The password for a JDBC catalog.")
        .text(
            HADOOP_DIRECTORY,
            null,
            Importance.LOW,
            "A directory from which core-site.xml, hdfs-site.xml and hive-site.xml are loaded.")
        .count(
            CHECK_TIMEOUT,
            DEFAULT_CHECK_TIMEOUT,
            Importance.LOW,
            "How long in milliseconds a check of the configuration waits for the catalog.");
  }

  static List<KeyFamily> families() {
    return List.of(
        new KeyFamily(
            PREFIX + "*", GROUP, "Passed on to Iceberg's catalog and file access, without prefix."),
        new KeyFamily(HADOOP_PREFIX + "*", GROUP, "Set in Hadoop's configuration."));
  }

  static CatalogOptions read(Settings settings) {
    if (settings.withPrefix(PREFIX).isEmpty()) {
      settings.report(
          PREFIX + "type",
          "No iceberg.catalog.* property is set. Say which catalog to use, for instance"
              + " iceberg.catalog.type=rest and iceberg.catalog.uri=http://host:port");
    }
    return new CatalogOptions(
        settings.text(NAME).orElse(DEFAULT_NAME),
        SecretProperties.of(settings.withPrefix(PREFIX)),
        settings.text(HADOOP_DIRECTORY).map(Path::of),
        SecretProperties.of(settings.withPrefix(HADOOP_PREFIX)),
        Duration.ofMillis(settings.number(CHECK_TIMEOUT).orElse(DEFAULT_CHECK_TIMEOUT)));
  }
}
