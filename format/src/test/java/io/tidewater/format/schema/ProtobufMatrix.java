/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.protobuf.ProtobufFormat;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import java.util.HexFormat;

/** Protobuf, in proto3; records are bytes in hexadecimal, as its encoding lays them out. */
final class ProtobufMatrix implements MatrixFormat {
  private static final Writer ONE = Writer.of("int64 c = 1;", "0801", "1");
  private static final String STRING = "string c = 1;";
  private static final String BOOL = "bool c = 1;";

  /** {@code two} in the field 1. */
  private static final String TWO = "0a0374776f";

  @Override
  public String title() {
    return "Protobuf";
  }

  @Override
  public SchemaKind kind() {
    return SchemaKind.PROTOBUF;
  }

  @Override
  public PayloadFormat decoder(SchemaRegistry registry) {
    return new ProtobufFormat(registry, "", MappingOptions.DEFAULTS);
  }

  @Override
  public Writers writers(WriterChange change) {
    return switch (change) {
      case ADD ->
          new Writers(ONE, Writer.of("int64 c = 1; int64 d = 2;", "0802" + "1003", "2", "3"));
      case DROP ->
          new Writers(
              Writer.of("int64 c = 1; int64 k = 2;", "0801" + "1004", "1", "4"),
              Writer.of("reserved 1; int64 k = 2;", "1002", "2"));
      case RENAME -> new Writers(ONE, Writer.of("int64 d = 1;", "0802", "2"));
      case WIDEN ->
          new Writers(
              Writer.of("int32 c = 1;", "0801", "1"),
              Writer.of("int64 c = 1;", "08" + "80e497d012", "5000000000"));
      case RELAX -> new Writers(ONE, Writer.of("optional int64 c = 1;", "", "null"));
      case LONG_TO_STRING -> new Writers(ONE, Writer.of(STRING, TWO));
      case LONG_TO_STRING_APART -> new Writers(ONE, Writer.of(STRING, TWO, "two"));
      case STRING_TO_LONG, STRING_TO_LONG_APART ->
          new Writers(
              Writer.of(STRING, "0a036f6e65", "one"), Writer.of("int64 c = 1;", "0802", "2"));
      case LONG_TO_BOOLEAN -> new Writers(ONE, Writer.of(BOOL, "0801"));
      case LONG_TO_BOOLEAN_APART -> new Writers(ONE, Writer.of(BOOL, "0801", "true"));
    };
  }

  @Override
  public String schema(MatrixPlace place, Writer writer) {
    String struct = "message Part { " + writer.fields() + " }\n";
    String message =
        switch (place) {
          case TOP -> writer.fields();
          case STRUCT -> struct + "Part s = 1;";
          case LIST_ELEMENT -> struct + "repeated Part l = 1;";
          case MAP_VALUE -> struct + "map<string, Part> m = 1;";
        };
    return "syntax = \"proto3\";\nmessage Order {\n" + message + "\n}\n";
  }

  /** Confluent writes a zero where the message is the first of its file. */
  @Override
  public byte[] bytes(MatrixPlace place, Writer writer) {
    String message =
        switch (place) {
          case TOP -> writer.record();
          case STRUCT, LIST_ELEMENT -> nested("0a", writer.record());
          case MAP_VALUE -> nested("0a", "0a0178" + nested("12", writer.record()));
        };
    return HexFormat.of().parseHex("00" + message);
  }

  private static String nested(String tag, String message) {
    return tag + HexFormat.of().toHexDigits((byte) (message.length() / 2)) + message;
  }
}
