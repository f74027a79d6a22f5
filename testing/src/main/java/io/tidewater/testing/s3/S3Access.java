/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.s3;

import java.net.URI;
import java.util.Map;

/** Where an S3 API is and how to be let in, always addressed with the bucket in the path. */
public record S3Access(URI endpoint, String region, String accessKey, String secretKey) {
  /** The properties of Iceberg's {@code S3FileIO}, for a catalog's or engine's configuration. */
  public Map<String, String> fileIoProperties() {
    return Map.of(
        "io-impl",
        "org.apache.iceberg.aws.s3.S3FileIO",
        "s3.endpoint",
        endpoint.toString(),
        "s3.path-style-access",
        "true",
        "s3.access-key-id",
        accessKey,
        "s3.secret-access-key",
        secretKey,
        "client.region",
        region);
  }

  @Override
  public String toString() {
    return "S3Access[" + endpoint + ", " + region + ", " + accessKey + "]";
  }
}
