/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schemaless.SchemalessMapping;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValuesTest {
  @Test
  void keepsEveryDigit() {
    assertThat(parse("[1,-0,9223372036854775807,9223372036854775808,1.5,1.50,1e3]"))
        .isEqualTo(List.of(1L, 0L, Long.MAX_VALUE, BigInteger.ONE.shiftLeft(63), 1.5, 1.5, 1000.0));
    assertThat(parse("12345678901234567890.123"))
        .isEqualTo(new BigDecimal("12345678901234567890.123"));
    assertThat(parse("1e400")).isEqualTo(new BigDecimal("1e400"));
  }

  @Test
  void keepsOrderNullAndEmptiness() {
    assertThat(parse("{\"b\":null,\"a\":[],\"\":{}}").toString()).isEqualTo("{b=null, a=[], ={}}");
    assertThat(parse("[null,true,false,\"\"]")).isEqualTo(Arrays.asList(null, true, false, ""));
    assertThat(JsonValues.parse(ByteBuffer.wrap(bytes(" null ")))).isNull();
  }

  @Test
  void readsOnlyFromPositionToLimit() {
    ByteBuffer part = ByteBuffer.wrap(bytes("xx[1]yy"), 2, 3);
    assertThat(JsonValues.parse(part)).isEqualTo(List.of(1L));
    ByteBuffer direct = ByteBuffer.allocateDirect(3).put(bytes("[1]")).flip();
    assertThat(JsonValues.parse(direct.asReadOnlyBuffer())).isEqualTo(List.of(1L));
  }

  @Test
  void findsColumnsForWhatItReads() throws IOException {
    Object value = parse("{\"id\":7,\"tags\":[\"a\",\"b\"],\"o\":{\"x\":0.1}}");
    SchemalessMapping mapping = new SchemalessMapping(Naming.DEFAULT);
    Incoming incoming = mapping.incoming(value, new Schema(), FieldHistory.EMPTY);
    Schema table = new Schema(incoming.type().fields());
    Record read =
        ParquetFiles.roundTrip(
                table,
                List.of(
                    mapping
                        .compile(table, FieldHistory.EMPTY, (parent, name) -> {})
                        .convert(value)))
            .get(0);
    assertThat(read.getField("id")).isEqualTo(7L);
    assertThat(read.getField("tags")).isEqualTo(List.of("a", "b"));
    assertThat(((Record) read.getField("o")).getField("x")).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "1 2",
        "{}x",
        "'a'",
        "NaN",
        "+1",
        "01",
        "// c\n1",
        "\"\\udc00\"",
        "\"\\ud800x\"",
        "{\"\\ud800\":1}",
        "\"a\nb\"",
        "0e99999999999.5"
      })
  void refusesWhatIsNotStrictlyJson(String text) {
    assertThatThrownBy(() -> JsonValues.parse(ByteBuffer.wrap(bytes(text))))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void saysWhichByteIsWrong() {
    assertThatThrownBy(() -> parse("{\"a\": tru}"))
        .hasMessageContaining("JSON at byte")
        .hasMessageContaining("tru");
  }

  @Test
  void refusesOtherEncodings() {
    for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      assertThatThrownBy(() -> JsonValues.parse(ByteBuffer.wrap("[1]".getBytes(other))))
          .isInstanceOf(ValueMismatchException.class)
          .hasMessageContaining("JSON in UTF-8");
    }
  }

  @Test
  void refusesBottomlessNesting() {
    String deep = "[".repeat(1_000_000);
    assertThatThrownBy(() -> parse(deep)).isInstanceOf(ValueMismatchException.class);
    assertThat(parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
  }

  private static Object parse(String text) {
    Object value = JsonValues.parse(ByteBuffer.wrap(bytes(text)));
    return value == null ? Map.of() : value;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
