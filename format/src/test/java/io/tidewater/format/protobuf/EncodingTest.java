/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;

/** What encoders may do and seldom do, byte by byte. */
final class EncodingTest {
  private static final Reading RECORD =
      Reading.of(
          """
          syntax = "proto3";
          message Record {
            int32 number = 1;
            string text = 2;
            repeated int32 ints = 3;
            repeated fixed32 fixed = 4;
            Inner inner = 5;
            oneof choice {
              int32 first = 6;
              Inner second = 7;
              string third = 8;
            }
            map<string, Inner> map = 9;
            repeated Inner list = 10;
            Colour colour = 11;
            repeated Colour colours = 12;
            message Inner {
              int32 a = 1;
              repeated int32 b = 2;
              Inner.Deep deep = 3;
              message Deep { int32 x = 1; int32 y = 2; }
            }
            enum Colour {
              option allow_alias = true;
              RED = 0;
              BLUE = 1;
              AZURE = 1;
              NEGATIVE = -1;
            }
          }
          """);

  private static final Reading GROUPS =
      Reading.of(
          """
          syntax = "proto2";
          message Record {
            optional group One = 1 { optional int32 a = 1; repeated string s = 2; }
            repeated group Many = 2 { optional int32 a = 1; }
            optional int32 after = 3;
          }
          """);

  @Test
  void takesFieldsInAnyOrder() throws IOException {
    Record record = stored("12 01 78 08 05");
    assertThat(record.getField("number")).isEqualTo(5);
    assertThat(record.getField("text")).isEqualTo("x");
  }

  @Test
  void takesTheLastOfSeveralScalars() throws IOException {
    assertThat(stored("08 05 12 01 78 08 06 12 01 79").getField("number")).isEqualTo(6);
    assertThat(stored("08 05 12 01 78 08 06 12 01 79").getField("text")).isEqualTo("y");
  }

  @Test
  void joinsPackedAndPlainElements() throws IOException {
    assertThat(stored("18 01 1a 02 02 03 18 04 08 09 1a 00 1a 02 96 01").getField("ints"))
        .isEqualTo(List.of(1, 2, 3, 4, 150));
    assertThat(stored("22 08 01 00 00 00 02 00 00 00 25 03 00 00 00").getField("fixed"))
        .isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void mergesThePartsOfAMessage() throws IOException {
    // a = 1, b += 1, deep.x = 1; then a = 2, b += 2, deep.y = 3.
    Record inner =
        (Record)
            stored("2a 08 08 01 10 01 1a 02 08 01 2a 08 08 02 10 02 1a 02 10 03").getField("inner");
    assertThat(inner.getField("a")).isEqualTo(2);
    assertThat(inner.getField("b")).isEqualTo(List.of(1, 2));
    Record deep = (Record) inner.getField("deep");
    assertThat(deep.getField("x")).isEqualTo(1);
    assertThat(deep.getField("y")).isEqualTo(3);
  }

  @Test
  void takesTheLastFieldOfAOneof() throws IOException {
    Record record = stored("30 05 42 01 78");
    assertThat(record.getField("first")).isNull();
    assertThat(record.getField("third")).isEqualTo("x");
    record = stored("42 01 78 30 00");
    assertThat(record.getField("first")).isEqualTo(0);
    assertThat(record.getField("third")).isNull();
  }

  @Test
  void startsAMessageOfAOneofAnewAfterAnotherField() throws IOException {
    Record merged = (Record) stored("3a 02 08 01 3a 02 10 07").getField("second");
    assertThat(merged.getField("a")).isEqualTo(1);
    Record anew = (Record) stored("3a 02 08 01 30 05 3a 02 10 07").getField("second");
    assertThat(anew.getField("a")).isEqualTo(0);
    assertThat(anew.getField("b")).isEqualTo(List.of(7));
  }

  @Test
  void takesTheLastEntryOfAKeyAndZeroForWhatAnEntryLacks() throws IOException {
    // "k" -> {a=1}, then "k" -> {b=2}: entries replace each other, and do not merge.
    Map<?, ?> map =
        (Map<?, ?>)
            stored("4a 07 0a 01 6b 12 02 08 01 4a 07 12 02 10 02 0a 01 6b 4a 00").getField("map");
    assertThat(map).hasSize(2);
    assertThat(((Record) map.get("k")).getField("a")).isEqualTo(0);
    assertThat(((Record) map.get("k")).getField("b")).isEqualTo(List.of(2));
    assertThat(((Record) map.get("")).getField("a")).isEqualTo(0);
    assertThat(((Record) map.get("")).getField("deep")).isNull();
  }

  @Test
  void keepsElementsOfMessagesApart() throws IOException {
    List<?> list = (List<?>) stored("52 02 08 01 52 00 52 02 10 05").getField("list");
    assertThat(list).hasSize(3);
    assertThat(((Record) list.get(0)).getField("a")).isEqualTo(1);
    assertThat(((Record) list.get(2)).getField("b")).isEqualTo(List.of(5));
  }

  @Test
  void storesEnumsByNameAndUnknownNumbersAsDigits() throws IOException {
    assertThat(stored("").getField("colour")).isEqualTo("RED");
    assertThat(stored("58 01").getField("colour")).isEqualTo("BLUE");
    assertThat(stored("58 ff ff ff ff ff ff ff ff ff 01").getField("colour")).isEqualTo("NEGATIVE");
    assertThat(stored("62 02 00 07").getField("colours")).isEqualTo(List.of("RED", "7"));
  }

  @Test
  void passesOverFieldsThatTheSchemaDoesNotHave() throws IOException {
    // 100 as varint, fixed64, bytes, a group with one in it, fixed32.
    String unknown =
        "a0 06 01 a1 06 01 02 03 04 05 06 07 08 a2 06 02 ff ff"
            + " a3 06 08 01 ab 06 ac 06 a4 06 a5 06 01 02 03 04";
    assertThat(stored("08 05" + unknown + "12 01 78").getField("text")).isEqualTo("x");
  }

  @Test
  void passesOverKnownFieldsOfAnotherWireType() throws IOException {
    // number as text, text as a number, the oneof's first as text: none of them is that field.
    Record record = stored("0a 01 78 10 05 42 01 78 32 01 78");
    assertThat(record.getField("number")).isEqualTo(0);
    assertThat(record.getField("text")).isEqualTo("");
    assertThat(record.getField("third")).isEqualTo("x");
  }

  @Test
  void readsGroups() throws IOException {
    Record record =
        GROUPS.stored(bytes("0b 08 01 12 01 78 0c 13 08 02 14 18 09 13 14 0b 12 01 79 0c"));
    Record one = (Record) record.getField("one");
    assertThat(one.getField("a")).isEqualTo(1);
    assertThat(one.getField("s")).isEqualTo(List.of("x", "y"));
    List<?> many = (List<?>) record.getField("many");
    assertThat(many).hasSize(2);
    assertThat(((Record) many.get(0)).getField("a")).isEqualTo(2);
    assertThat(((Record) many.get(1)).getField("a")).isNull();
    assertThat(record.getField("after")).isEqualTo(9);
  }

  @Test
  void takesNumbersOf32BitsWithOrWithoutTheirSignBits() throws IOException {
    assertThat(stored("08 ff ff ff ff 0f").getField("number")).isEqualTo(-1);
    assertThat(stored("08 ff ff ff ff ff ff ff ff ff 01").getField("number")).isEqualTo(-1);
    assertThat(stored("08 85 80 80 00").getField("number")).isEqualTo(5);
  }

  private static Record stored(String hex) throws IOException {
    return RECORD.stored(bytes(hex));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
