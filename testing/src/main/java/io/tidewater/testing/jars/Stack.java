/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

/** A server and the folder under {@code testing/stack} whose POM lists its jars. */
public enum Stack {
  KAFKA("kafka", "the Kafka broker", 45),
  CONNECT("connect", "the Kafka Connect worker", 35),
  CONNECT_3_8("connect-3.8", "the Kafka Connect 3.8 worker", 40),
  REGISTRY("registry", "the schema registry", 160),
  S3PROXY("s3proxy", "the S3 server", 55),
  SPARK("spark", "Spark", 275),
  TRINO("trino", "Trino", 100),
  TRINO_ICEBERG("trino-iceberg", "Trino's Iceberg connector", 115);

  private final String folder;
  private final String title;
  private final int megabytes;

  Stack(String folder, String title, int megabytes) {
    this.folder = folder;
    this.title = title;
    this.megabytes = megabytes;
  }

  String folder() {
    return folder;
  }

  String title() {
    return title;
  }

  /** About how much a first use downloads. */
  int megabytes() {
    return megabytes;
  }
}
