/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.format.fuzz.LongRun;
import io.tidewater.format.json.JsonValueFormat;
import io.tidewater.format.json.JsonValues;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.iceberg.types.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged documents end in a {@link ValueMismatchException} or are read, damaged schemas in a clear
 * refusal or are taken, and nothing else ever happens.
 */
final class JsonFuzzTest {
  private static final int ROUNDS = 20;
  private static final int DOCUMENTS = 40;

  private final ObjectMapper json = new ObjectMapper();

  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void damagedDocumentsAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RandomShape.Closed shape = new RandomShape.Closed(random, 4);
      JsonRows rows = JsonRows.of(JsonRows.writer(shape.text()));
      for (int i = 0; i < DOCUMENTS; i++) {
        byte[] valid = json.writeValueAsBytes(shape.value(random));
        rows.read(valid);
        refused += isRefused(rows, JsonFuzz.mutated(valid, random)) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS * DOCUMENTS / 4);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void damagedSchemasAreTakenOrRefused(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS * DOCUMENTS; round++) {
      String schema = new RandomShape.Closed(random, 3).text();
      byte[] damaged = JsonFuzz.mutated(schema.getBytes(StandardCharsets.UTF_8), random);
      take(new String(damaged, StandardCharsets.UTF_8));
    }
  }

  @Test
  void runsAsLongAsAsked() throws Exception {
    LongRun.of(
        "JSON, with and without a schema",
        seed -> {
          damagedDocumentsAreReadOrRefused(seed);
          damagedSchemasAreTakenOrRefused(seed);
          damagedDocumentsWithoutSchemaAreReadOrRefused(seed);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void damagedDocumentsWithoutSchemaAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    JsonValueFormat whole = new JsonValueFormat(SemiStructured.VARIANT);
    ValueReader reader = reader(whole);
    for (int round = 0; round < ROUNDS * DOCUMENTS; round++) {
      RandomShape.Closed shape = new RandomShape.Closed(random, 3);
      byte[] damaged = JsonFuzz.mutated(json.writeValueAsBytes(shape.value(random)), random);
      boolean parsed = isTaken(() -> JsonValues.parse(ByteBuffer.wrap(damaged)), damaged);
      boolean read = isTaken(() -> reader.read(ByteBuffer.wrap(damaged)), damaged);
      if (parsed != read) {
        // Variant has no place for numbers of more than 38 digits; the rest must agree.
        assertThat(parsed).as(new String(damaged, StandardCharsets.UTF_8)).isTrue();
      }
    }
  }

  private static ValueReader reader(JsonValueFormat format) {
    WriterSchema schema = format.writerOf(ByteBuffer.allocate(0));
    return schema.compile(Alignment.identity(schema.incoming()), new QuietVisitor());
  }

  private boolean isRefused(JsonRows rows, byte[] damaged) {
    return !isTaken(() -> rows.read(damaged), damaged);
  }

  private boolean isTaken(Runnable reading, byte[] bytes) {
    try {
      reading.run();
      return true;
    } catch (ValueMismatchException e) {
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail(new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  private void take(String schema) {
    try {
      JsonSchemaWriterSchema writer = JsonRows.writer(schema, MappingOptions.DEFAULTS);
      Type type = writer.incoming().type();
      assertThat(type).isNotNull();
      JsonRows.of(writer);
    } catch (UnsupportedSchemaException | UnknownSchemaException e) {
      assertThat(e.getMessage()).isNotEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      fail(schema, e);
    }
  }
}
