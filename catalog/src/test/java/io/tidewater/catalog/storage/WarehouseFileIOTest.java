/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.FileIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which locations the catalog has access to, and by what. */
class WarehouseFileIOTest {
  @ParameterizedTest
  @ValueSource(strings = {"s3://lake/f", "s3a://lake/f", "s3n://lake/f"})
  void reachesS3WithoutHadoop(String location) {
    Map<String, String> settings =
        Map.of(
            "s3.endpoint", "http://127.0.0.1:1",
            "s3.access-key-id", "key",
            "s3.secret-access-key", "secret",
            "client.region", "us-east-1");
    try (FileIO files = new WarehouseFileIO(settings)) {
      assertThat(files.newInputFile(location).getClass().getSimpleName()).isEqualTo("S3InputFile");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs://lake/f", "hdfs://host/f", "http://host/f", "relative/f", "file:f"})
  void refusesWhatItHasNoAccessFor(String location) {
    try (FileIO files = new WarehouseFileIO(Map.of())) {
      assertThatThrownBy(() -> files.newInputFile(location))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining(location);
    }
  }

  @Test
  void noticesLossOnlyWhereLookingIsFree(@TempDir Path directory) {
    try (WarehouseFiles files = new WarehouseFileIO(Map.of())) {
      assertThat(files.isGone("file:" + directory)).isFalse();
      assertThat(files.isGone("file:" + directory + "/gone")).isTrue();
      assertThat(files.isGone("s3://lake/gone")).isFalse();
    }
  }
}
