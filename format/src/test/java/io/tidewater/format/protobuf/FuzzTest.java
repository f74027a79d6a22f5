/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.tidewater.format.fuzz.LongRun;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken messages are refused with a place, or read as Google's library reads them. */
final class FuzzTest {
  private static final int ROUNDS = 400;
  private static final int MUTATIONS_PER_MESSAGE = 10;
  private static final int MESSAGES_PER_SCHEMA = 10;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void readsBrokenBytesAsGoogleDoesOrRefusesThem(long seed) throws Exception {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int round = 0; round < ROUNDS; round += MESSAGES_PER_SCHEMA) {
      Target target = new Target(new RandomTypes(seed * ROUNDS + round).schema());
      RandomMessages messages = new RandomMessages(round);
      Random random = new Random(seed + round);
      for (int i = 0; i < MESSAGES_PER_SCHEMA * MUTATIONS_PER_MESSAGE; i++) {
        byte[] broken = mutated(messages.message(target.message).toByteArray(), random);
        outcomes.merge(target.outcomeOf(broken), 1, Integer::sum);
      }
    }
    assertThat(outcomes).containsKeys(Outcome.SAME, Outcome.REFUSED);
    assertThat(outcomes.getOrDefault(Outcome.READ_ALONE, 0))
        .as(outcomes.toString())
        .isLessThan(outcomes.get(Outcome.SAME) / 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void readsBrokenSchemasOrRefusesThem(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = ProtoPrinter.print(new RandomTypes(seed * ROUNDS + round).schema());
      byte[] broken = mutated(text.getBytes(StandardCharsets.UTF_8), random);
      MemoryRegistry registry = new MemoryRegistry();
      int id = registry.add(new String(broken, StandardCharsets.UTF_8), Map.of());
      ProtobufFormat format = new ProtobufFormat(registry, "", MappingOptions.DEFAULTS);
      try {
        assertThat(format.writerOf(Frames.first(id, new byte[0])).incoming()).isNotNull();
      } catch (UnknownSchemaException | UnsupportedSchemaException | ValueMismatchException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void runsAsLongAsAsked() throws Exception {
    LongRun.of(
        "Protobuf",
        seed -> {
          readsBrokenBytesAsGoogleDoesOrRefusesThem(seed);
          readsBrokenSchemasOrRefusesThem(seed);
        });
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int length = mutated.length;
      int at = length == 0 ? 0 : random.nextInt(length);
      int run = Math.min(1 + random.nextInt(4), length - at);
      switch (random.nextInt(5)) {
        case 0 -> mutated = spliced(mutated, at, 0, randomBytes(random));
        case 1 -> mutated = spliced(mutated, at, run, new byte[0]);
        case 2 -> mutated = spliced(mutated, at, run, randomBytes(random));
        case 3 -> mutated = spliced(mutated, at, length - at, new byte[0]);
        default -> {
          byte[] copied = java.util.Arrays.copyOfRange(mutated, at, length);
          mutated = spliced(mutated, length == 0 ? 0 : random.nextInt(length), 0, copied);
        }
      }
    }
    return mutated;
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(3)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    return ByteBuffer.allocate(bytes.length - removed + added.length)
        .put(bytes, 0, at)
        .put(added)
        .put(bytes, at + removed, bytes.length - at - removed)
        .array();
  }

  /** What became of a message. */
  private enum Outcome {
    /** Read, as Google's library reads it. */
    SAME,
    REFUSED,
    /** Read where Google's library refuses: what a later value overrules is not looked at. */
    READ_ALONE
  }

  /** A random type, and its reader. */
  private static final class Target {
    private final Descriptor message;
    private final boolean closedEnums;
    private final WriterSchema writer;
    private final RowReading reading;
    private final RowComparison comparison;

    Target(FileDescriptorProto file) throws Exception {
      MemoryRegistry registry = new MemoryRegistry();
      int id = registry.add(ProtoPrinter.print(file), Map.of());
      ProtobufFormat format = new ProtobufFormat(registry, "", MappingOptions.DEFAULTS);
      message =
          FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Record");
      closedEnums = file.getSyntax().equals("proto2");
      writer = format.writerOf(Frames.first(id, new byte[0]));
      reading = new RowReading(writer, new Schema(writer.incoming().type().fields()));
      comparison = new RowComparison(Alignment.identity(writer.incoming()));
    }

    Outcome outcomeOf(byte[] bytes) {
      GenericRecord row;
      try {
        row = reading.row(ByteBuffer.wrap(bytes));
      } catch (ValueMismatchException e) {
        assertThat(e.getMessage()).contains("expected", " at byte ");
        return Outcome.REFUSED;
      }
      try {
        DynamicMessage expected = DynamicMessage.parseFrom(message, bytes);
        if (!closedEnums) {
          comparison.assertSame(expected, writer.incoming().type(), row);
        }
        return Outcome.SAME;
      } catch (InvalidProtocolBufferException e) {
        return Outcome.READ_ALONE;
      } catch (AssertionError e) {
        throw new AssertionError(
            "other than Google's library: "
                + HexFormat.of().formatHex(bytes)
                + " of "
                + ProtoPrinter.print(message.getFile().toProto()),
            e);
      }
    }
  }
}
