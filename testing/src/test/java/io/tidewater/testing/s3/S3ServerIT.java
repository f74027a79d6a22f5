/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ServerIT {
  @TempDir static Path directory;

  private static S3Server server;
  private static Path bucket;

  @BeforeAll
  static void start() {
    server = S3Server.start(directory);
    bucket = server.createBucket("warehouse");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void keepsObjectsAsFilesOverARestart() {
    try (S3Client client = client(server.access())) {
      assertThat(client.listBuckets().buckets()).extracting(Bucket::name).contains("warehouse");
      client.putObject(
          put -> put.bucket("warehouse").key("a/b.txt"), RequestBody.fromString("tide"));
      assertThat(bucket.resolve("a/b.txt")).hasContent("tide");

      server.restart();

      assertThat(
              client.getObjectAsBytes(get -> get.bucket("warehouse").key("a/b.txt")).asUtf8String())
          .isEqualTo("tide");
    }
  }

  @Test
  void createsAnObjectOnlyOnceIfAskedTo() {
    try (S3Client client = client(server.access())) {
      createOnce(client, "once.txt");

      assertThatThrownBy(() -> createOnce(client, "once.txt"))
          .isInstanceOfSatisfying(
              S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(412));
    }
  }

  @Test
  void refusesAWrongSecret() {
    S3Access access = server.access();
    S3Access wrong = new S3Access(access.endpoint(), access.region(), access.accessKey(), "guess");
    try (S3Client client = client(wrong)) {
      assertThatThrownBy(client::listBuckets)
          .isInstanceOfSatisfying(
              S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void doesNotTellItsSecret() {
    assertThat(server.access().toString()).doesNotContain(server.access().secretKey());
  }

  private static void createOnce(S3Client client, String key) {
    client.putObject(
        put -> put.bucket("warehouse").key(key).ifNoneMatch("*"), RequestBody.fromString("first"));
  }

  private static S3Client client(S3Access access) {
    return S3Client.builder()
        .endpointOverride(access.endpoint())
        .region(Region.of(access.region()))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(access.accessKey(), access.secretKey())))
        .build();
  }
}
