/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.RESTUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names survive the way through a path, whatever they hold and whoever encodes them. */
class PathDecodingTest {
  static Stream<Namespace> namespaces() {
    return Stream.of(
        Namespace.of("plain"),
        Namespace.of("two", "levels"),
        Namespace.of("with.dot", "a/b", "100%", "a b", "1+1"),
        Namespace.of("ä", "水", "🌊"),
        Namespace.of("%1F", "%2F"));
  }

  @ParameterizedTest
  @MethodSource("namespaces")
  void decodesWhatIcebergsClientsEncode(Namespace namespace) {
    assertThat(PathDecoding.namespace(RESTUtil.encodeNamespace(namespace, "%1F")))
        .isEqualTo(namespace);
    assertThat(PathDecoding.namespace(RESTUtil.encodeNamespaceAsPathSegment(namespace, "%1F")))
        .isEqualTo(namespace);
    assertThat(PathDecoding.parameter(RESTUtil.namespaceToQueryParam(namespace)))
        .isEqualTo(namespace);
  }

  @Test
  void takesSeparatorInAnyCaseAndBare() {
    assertThat(PathDecoding.namespace("a%1fb")).isEqualTo(Namespace.of("a", "b"));
    assertThat(PathDecoding.namespace("a\u001fb")).isEqualTo(Namespace.of("a", "b"));
    assertThat(PathDecoding.parameter("")).isEqualTo(Namespace.empty());
  }

  @Test
  void refusesBrokenEncoding() {
    assertThatThrownBy(() -> PathDecoding.segment("100%"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("100%");
  }
}
