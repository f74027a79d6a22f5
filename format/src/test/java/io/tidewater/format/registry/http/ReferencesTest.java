/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import static io.tidewater.format.registry.http.FakeRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schemas here are named by a letter, which is their subject and their text as well. */
final class ReferencesTest {
  private FakeRegistry server;
  private SchemaRegistry registry;

  @BeforeEach
  void start() throws IOException {
    server = FakeRegistry.start();
    registry =
        HttpSchemaRegistry.of(
            RegistryOptions.of(Map.of("url", server.url().toString(), "max.retries", "0")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void root(String... references) {
    server.on("/schemas/ids/1?fetchMaxId=false&subject=root", schema("root", references));
  }

  private void referred(String name, String... references) {
    server.on("/subjects/" + name + "/versions/1?deleted=true", schema(name, references));
  }

  private static FakeRegistry.Behaviour schema(String text, String... references) {
    String array =
        Stream.of(references)
            .map(name -> "{\"name\": \"%s\", \"subject\": \"%s\", \"version\": 1}")
            .collect(Collectors.joining(","))
            .formatted(Stream.of(references).flatMap(name -> Stream.of(name, name)).toArray());
    return json("{\"id\": 1, \"schema\": \"%s\", \"references\": [%s]}".formatted(text, array));
  }

  @Test
  void ordersThemByWhatTheyNeed() {
    root("b", "a");
    referred("a", "c");
    referred("b", "a", "c");
    referred("c");

    RegisteredSchema schema = registry.schema(1, "root");

    assertThat(List.copyOf(schema.references().keySet())).containsExactly("c", "a", "b");
    assertThat(schema.references()).containsEntry("a", "a").containsEntry("c", "c");
  }

  @Test
  void asksForASharedOneOnce() {
    root("a", "b");
    referred("a", "c");
    referred("b", "c");
    referred("c");

    registry.schema(1, "root");

    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void endsInACircle() {
    root("a");
    referred("a", "b");
    referred("b", "a");

    assertThat(registry.schema(1, "root").references().keySet()).containsExactly("b", "a");
  }

  @Test
  void givesUpOnAChainWithoutEnd() {
    root("a0");
    for (int index = 0; index < 1100; index++) {
      referred("a" + index, "a" + (index + 1));
    }

    assertThatThrownBy(() -> registry.schema(1, "root"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("is not resolved");
  }

  @Test
  void saysWhichOneIsMissing() {
    root("a");

    assertThatThrownBy(() -> registry.schema(1, "root"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("/subjects/a/versions/1");
  }

  @Test
  void looksInTheContextOfTheSchemaThatRefers() {
    server.on("/schemas/ids/1?fetchMaxId=false&subject=:.lab:root", schema("root", "a"));
    server.on("/subjects/:.lab:a/versions/1?deleted=true", schema("a", ":.sea:b"));
    server.on("/subjects/:.sea:b/versions/1?deleted=true", schema("b", "c"));
    server.on("/subjects/:.sea:c/versions/1?deleted=true", schema("c"));

    assertThat(registry.schema(1, ":.lab:root").references().keySet())
        .containsExactly("c", ":.sea:b", "a");
  }
}
