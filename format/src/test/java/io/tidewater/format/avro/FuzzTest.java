/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidewater.format.fuzz.LongRun;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are: a row, or a {@link ValueMismatchException}; nothing else, and soon. */
final class FuzzTest {
  private static final int SCHEMAS = 20;
  private static final int PAYLOADS = 150;

  /** All that types may be besides records of random fields. */
  private static final List<String> SPECIAL =
      List.of(
          "{'type':'record','name':'Tree','fields':[{'name':'v','type':'bytes'},"
              + "{'name':'kids','type':{'type':'array','items':'Tree'}}]}",
          "{'type':'record','name':'Any','fields':[{'name':'v','type':['null','Any','double',"
              + "{'type':'map','values':['Any','string','null']}]}]}",
          "{'type':'record','name':'L','fields':["
              + "{'name':'d','type':{'type':'bytes','logicalType':'decimal','precision':50,'scale':3}},"
              + "{'name':'b','type':{'type':'bytes','logicalType':'big-decimal'}},"
              + "{'name':'u','type':{'type':'string','logicalType':'uuid'}},"
              + "{'name':'t','type':{'type':'int','logicalType':'time-millis'}},"
              + "{'name':'m','type':{'type':'long','logicalType':'timestamp-millis'}},"
              + "{'name':'n','type':{'type':'long','logicalType':'timestamp-nanos'}},"
              + "{'name':'e','type':{'type':'array','items':'null'}},"
              + "{'name':'p','type':{'type':'fixed','name':'P','size':12,'logicalType':'duration'}}]}");

  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void refusesOrReads(long seed) {
    fuzz(new Random(seed));
  }

  @Test
  void runsAsLongAsAsked() throws Exception {
    LongRun.of("Avro", seed -> fuzz(new Random(seed)));
  }

  private static void fuzz(Random random) {
    RandomAvro schemas = new RandomAvro(random);
    List<Schema> all = new ArrayList<>();
    SPECIAL.forEach(text -> all.add(AvroBytes.schema(text.replace('\'', '"'))));
    while (all.size() < SCHEMAS) {
      all.add(schemas.record());
    }
    for (Schema schema : all) {
      List<ValueReader> readers = readers(schema, random);
      for (int i = 0; i < PAYLOADS; i++) {
        byte[] payload = payload(schema, schemas, random);
        readers.forEach(reader -> read(schema, reader, payload));
      }
    }
  }

  /** Readers of everything, of everything as one value, and of nothing. */
  private static List<ValueReader> readers(Schema schema, Random random) {
    MappingOptions options =
        MappingOptions.DEFAULTS
            .with(random.nextBoolean() ? SemiStructured.STRING : SemiStructured.VARIANT)
            .withRecursionDepth(random.nextInt(3));
    AvroWriterSchema writer = AvroRows.writer(schema, options);
    List<Types.NestedField> texts =
        writer.incoming().type().fields().stream()
            .map(f -> Types.NestedField.optional(f.fieldId(), f.name(), Types.StringType.get()))
            .toList();
    return List.of(
        reader(writer, new org.apache.iceberg.Schema(writer.incoming().type().fields()), options),
        reader(writer, new org.apache.iceberg.Schema(texts), options),
        reader(writer, new org.apache.iceberg.Schema(), options));
  }

  private static ValueReader reader(
      AvroWriterSchema writer, org.apache.iceberg.Schema table, MappingOptions options) {
    RowBuilder rows = new RowBuilder(table);
    ValueReader reader = writer.compile(AvroRows.alignment(writer, table, options), rows);
    return payload -> {
      rows.begin();
      reader.read(payload);
      rows.finish();
    };
  }

  private static byte[] payload(Schema schema, RandomAvro values, Random random) {
    byte[] bytes =
        random.nextInt(4) == 0
            ? new byte[random.nextInt(64)]
            : AvroBytes.write(schema, values.value(schema));
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) 0xff;
      case 2 -> bytes[at] = (byte) random.nextInt();
      case 3 -> Arrays.fill(bytes, at, bytes.length, (byte) random.nextInt());
      default -> {
        return Arrays.copyOf(bytes, at + random.nextInt(8));
      }
    }
    return bytes;
  }

  private static void read(Schema schema, ValueReader reader, byte[] payload) {
    try {
      reader.read(ByteBuffer.wrap(payload));
    } catch (ValueMismatchException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (Throwable e) {
      fail("%s of the bytes %s with %s".formatted(e, HexFormat.of().formatHex(payload), schema), e);
    }
  }
}
