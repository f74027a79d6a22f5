/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.rest.Endpoint;
import org.junit.jupiter.api.Test;

/** Which operation a path leads to. */
class RouterTest {
  private final Route load = new Route(Endpoint.V1_LOAD_TABLE, request -> RestResponse.NO_CONTENT);
  private final Route exists =
      new Route(Endpoint.V1_TABLE_EXISTS, request -> RestResponse.NO_CONTENT);
  private final Route rename =
      new Route(Endpoint.V1_RENAME_TABLE, request -> RestResponse.NO_CONTENT);
  private final Router router = new Router(List.of(load, exists, rename));

  @Test
  void findsRouteByMethodAndPathAndKeepsVariablesEncoded() {
    Router.Match match = router.find("GET", "/v1/namespaces/a%1Fb%2Fc/tables/d%25");

    assertThat(match.route()).isSameAs(load);
    assertThat(match.variables()).isEqualTo(Map.of("namespace", "a%1Fb%2Fc", "table", "d%25"));
    assertThat(router.find("HEAD", "/v1/namespaces/a/tables/b").route()).isSameAs(exists);
    assertThat(router.find("POST", "/v1/tables/rename").route()).isSameAs(rename);
  }

  @Test
  void saysWhatIsPossibleWhereTheMethodIsNot() {
    assertThatThrownBy(() -> router.find("PUT", "/v1/namespaces/a/tables/b"))
        .isInstanceOfSatisfying(
            NoSuchRouteException.class, e -> assertThat(e.status()).isEqualTo(405))
        .hasMessageContaining("GET, HEAD");
  }

  @Test
  void knowsNothingElse() {
    for (String path : List.of("/", "*", "/v2/config", "/v1/namespaces/a/tables/b/", "/v1")) {
      assertThatThrownBy(() -> router.find("GET", path))
          .isInstanceOfSatisfying(
              NoSuchRouteException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }
}
