/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients are told of the server's settings. */
class WarehousePropertiesTest {
  private static final Map<String, String> SERVER =
      Map.of(
          "s3.endpoint", "http://inside:9000",
          "s3.path-style-access", "true",
          "client.region", "us-east-1",
          "s3.access-key-id", "key-of-the-lake",
          "s3.secret-access-key", "secret-of-the-lake",
          "s3.sse.key", "key-of-the-safe",
          "some.new.setting", "who knows");

  @Test
  void tellsWhatClientsNeedAndNoSecret() {
    WarehouseProperties properties =
        new WarehouseProperties(SERVER, Map.of(), CredentialVending.NONE);

    assertThat(properties.clientDefaults())
        .containsOnlyKeys("s3.endpoint", "s3.path-style-access", "client.region");
    assertThat(properties.tableConfig()).isEmpty();
  }

  @Test
  void letsClientSettingsWin() {
    WarehouseProperties properties =
        new WarehouseProperties(
            SERVER,
            Map.of("s3.endpoint", "http://outside:9000", "own", "yes"),
            CredentialVending.NONE);

    assertThat(properties.clientDefaults())
        .containsEntry("s3.endpoint", "http://outside:9000")
        .containsEntry("own", "yes");
  }

  @Test
  void vendsCredentialsOnlyWithTablesAndOnlyWhenAsked() {
    WarehouseProperties properties =
        new WarehouseProperties(SERVER, Map.of(), CredentialVending.STATIC);

    assertThat(properties.clientDefaults()).doesNotContainKey("s3.secret-access-key");
    assertThat(properties.tableConfig())
        .containsEntry("s3.access-key-id", "key-of-the-lake")
        .containsEntry("s3.secret-access-key", "secret-of-the-lake")
        .containsEntry("s3.endpoint", "http://inside:9000")
        .doesNotContainKey("s3.sse.key");
  }

  @Test
  void printsNoValues() {
    WarehouseProperties properties =
        new WarehouseProperties(SERVER, Map.of("a", "visible"), CredentialVending.STATIC);

    assertThat(properties.toString())
        .contains("s3.secret-access-key")
        .doesNotContain("secret-of", "key-of", "visible");
  }
}
