/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a request, and how what cannot be read is refused. */
class RestRequestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "7",
        "{\"namespace\":7}",
        "{\"namespace\":null}",
        "{}"
      })
  void blamesTheBodyForWhateverItsParserStumblesOver(String body) {
    assertThatThrownBy(() -> withBody(body).body(CreateNamespaceRequest.class))
        .isInstanceOfAny(BadRequestException.class, IllegalArgumentException.class);
  }

  @Test
  void refusesUpdateThatItDoesNotKnowRatherThanSkippingIt() {
    String body = "{\"requirements\":[],\"updates\":[{\"action\":\"turn-the-tide\"}]}";

    assertThatThrownBy(() -> withBody(body).body(UpdateTableRequest.class))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("turn-the-tide");
  }

  @Test
  void givesEverythingToWhoDoesNotAskForPages() {
    assertThat(Pagination.requested(withQuery(Map.of()))).isEqualTo(PageRequest.EVERYTHING);
  }

  @Test
  void continuesWhereTheTokenSays() {
    String token = Pagination.nextToken(new Page<>(List.of("a"), Optional.of("ä/%")));

    assertThat(token).isNotNull();
    assertThat(Pagination.requested(withQuery(Map.of("pageToken", token, "pageSize", "7"))))
        .isEqualTo(new PageRequest(Optional.of("ä/%"), 7));
    assertThat(Pagination.requested(withQuery(Map.of("pageToken", "", "pageSize", "7"))))
        .isEqualTo(new PageRequest(Optional.empty(), 7));
    assertThat(Pagination.nextToken(new Page<>(List.of("a"), Optional.empty()))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "99999999999"})
  void refusesPageSizesThatAreNone(String size) {
    assertThatThrownBy(() -> Pagination.requested(withQuery(Map.of("pageSize", size))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining(size);
  }

  @Test
  void refusesTokenThatItNeverGave() {
    assertThatThrownBy(() -> Pagination.requested(withQuery(Map.of("pageToken", "!!"))))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void comparesEntityTagsWeaklyAndInLists() {
    assertThat(EntityTags.match(List.of("\"a\", W/\"b\""), "\"b\"")).isTrue();
    assertThat(EntityTags.match(List.of("*"), "\"b\"")).isTrue();
    assertThat(EntityTags.match(List.of("\"bb\""), "\"b\"")).isFalse();
    assertThat(EntityTags.match(List.of(), "\"b\"")).isFalse();
  }

  private static RestRequest withBody(String body) {
    return new RestRequest(
        Map.of(), Map.of(), name -> List.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static RestRequest withQuery(Map<String, String> query) {
    return new RestRequest(Map.of(), query, name -> List.of(), new byte[0]);
  }
}
