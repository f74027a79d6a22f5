/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.TimeUnit;
import org.apache.iceberg.types.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged documents end in a {@link ValueMismatchException} or are read, damaged schemas in a clear
 * refusal or are taken, and nothing else ever happens. Longer: {@code -Dtidewater.fuzz.rounds=1000
 * -Dtidewater.fuzz.seed=5}.
 */
final class JsonFuzzTest {
  private static final long SEED = Long.getLong("tidewater.fuzz.seed", 1L);
  private static final int ROUNDS = Integer.getInteger("tidewater.fuzz.rounds", 20);
  private static final int DOCUMENTS = 40;

  private final ObjectMapper json = new ObjectMapper();
  private final Random random = new Random(SEED);

  @Test
  @Timeout(value = 12, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void damagedDocumentsAreReadOrRefused() throws IOException {
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

  @Test
  void damagedSchemasAreTakenOrRefused() {
    for (int round = 0; round < ROUNDS * DOCUMENTS; round++) {
      String schema = new RandomShape.Closed(random, 3).text();
      byte[] damaged = JsonFuzz.mutated(schema.getBytes(StandardCharsets.UTF_8), random);
      take(new String(damaged, StandardCharsets.UTF_8));
    }
  }

  @Test
  void damagedDocumentsWithoutSchemaAreReadOrRefused() throws IOException {
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
      return fail("seed %d: %s".formatted(SEED, new String(bytes, StandardCharsets.UTF_8)), e);
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
      fail("seed %d: %s".formatted(SEED, schema), e);
    }
  }
}
