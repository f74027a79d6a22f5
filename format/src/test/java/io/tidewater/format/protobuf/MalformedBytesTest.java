/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that no encoder has written: refused, with the place. */
final class MalformedBytesTest {
  private static final Reading RECORD =
      Reading.of(
          """
          syntax = "proto2";
          message Record {
            optional int32 number = 1;
            optional string text = 2;
            repeated int32 ints = 3;
            repeated fixed64 fixed = 4;
            optional Record inner = 5;
            optional group G = 6 { optional int32 a = 1; }
            map<string, Leaf> map = 7;
            repeated Leaf list = 8;
            optional bytes raw = 9;
            message Leaf { optional string name = 1; required int32 must = 2; }
          }
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00 | the value: expected a field's tag at byte 0, got a varint that is none",
        "08 | the value: expected a varint at byte 1, got the end of its message at byte 1",
        "08 ff | the value: expected a varint at byte 1, got the end of its message at byte 2",
        "08 ffffffffffffffffffff01 | the value: expected a varint of at most 10 bytes at byte 1,"
            + " got a longer one",
        "08 ffffffffffffffffff02 | the value: expected a varint of at most 10 bytes at byte 1,"
            + " got a longer one",
        "08 8080808010 | number: expected a varint of 32 bits at byte 1, got the number"
            + " 4294967296",
        "0f | the value: expected a tag with a wire type at byte 0, got wire type 7",
        "0c | the value: expected a field at byte 0, got the end of group 1",
        "12 05 78 | the value: expected a length up to 1 at byte 1, got the length 5",
        "12 ffffffffffffffffff01 | the value: expected a length up to 0 at byte 1, got the length"
            + " 18446744073709551615",
        "12 02 c3 28 | text: expected UTF-8 text at byte 1, got 2 bytes that are none",
        "18 01 1a 03 01 02 ff | ints[3]: expected a varint at byte 6, got the end of its message"
            + " at byte 7",
        "22 09 000000000000000000 | fixed[1]: expected eight bytes at byte 10, got the end of its"
            + " message at byte 11",
        "33 08 01 | the value: expected the end of group 6 at byte 3, got the end of its message"
            + " at byte 3",
        "33 3c | the value: expected the end of group 6 at byte 1, got that of group 7",
        "3a 02 0a 05 | map: expected a length up to 0 at byte 3, got the length 5",
        "3a 05 0a 01 6b 12 00 | map[\"\"\"k\"\"\"].must: expected a value, since the schema"
            + " requires the field, got a message without it",
        "42 02 10 01 42 00 | list[1].must: expected a value, since the schema requires the field,"
            + " got a message without it",
        "a3 06 | the value: expected the end of group 100 at byte 2, got the end of its message at"
            + " byte 2",
        "0d 01 | the value: expected four bytes at byte 1, got the end of its message at byte 2",
      })
  void areRefusedWithTheirPlace(String hex, String message) {
    assertThatThrownBy(() -> RECORD.row(bytes(hex)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage(message.replace("\"\"\"", "\""));
  }

  @Test
  void refusesEveryCutOfAMessageOrReadsIt() {
    byte[] whole =
        bytes(
            "08 05 12 02 c3 a9 1a 03 01 02 03 33 08 01 34 3a 07 0a 01 6b 12 02 10 01 42 02 10 01");
    assertThat(RECORD.row(whole).getField("text")).isEqualTo("é");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      try {
        RECORD.row(cut);
      } catch (ValueMismatchException e) {
        assertThat(e.getMessage()).contains(" at byte ");
      }
    }
  }

  @Test
  void refusesNestingWithoutEnd() {
    byte[] nested = new byte[0];
    for (int i = 0; i < 99; i++) {
      nested = within(nested);
    }
    assertThat(RECORD.row(nested).getField("number")).isNull();
    byte[] deeper = within(nested);
    assertThatThrownBy(() -> RECORD.row(deeper))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("at most 100 levels of messages");
    byte[] groups = new byte[100_000];
    java.util.Arrays.fill(groups, (byte) 0x0b);
    assertThatThrownBy(() -> RECORD.row(groups))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("at most 100 levels of groups");
  }

  @Test
  void countsBytesFromTheStartOfTheRecord() {
    ByteBuffer payload = Frames.first(1, bytes("12 05 78"));
    payload.position(6);
    assertThatThrownBy(() -> new RowReading(RECORD.writer(), RECORD.table()).row(payload))
        .hasMessageContaining("at byte 7");
    ByteBuffer direct = ByteBuffer.allocateDirect(9).put(payload.duplicate().position(0)).flip();
    direct.position(6);
    assertThatThrownBy(() -> new RowReading(RECORD.writer(), RECORD.table()).row(direct))
        .hasMessageContaining("at byte 7");
  }

  /** The message as the field 5 of another. */
  private static byte[] within(byte[] message) {
    ByteBuffer outer = ByteBuffer.allocate(message.length + 4).put((byte) 0x2a);
    int length = message.length;
    if (length > 127) {
      outer.put((byte) ((length & 0x7f) | 0x80));
      length >>= 7;
    }
    outer.put((byte) length).put(message).flip();
    byte[] bytes = new byte[outer.remaining()];
    outer.get(bytes);
    return bytes;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
