/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.page.Page;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.type.ScalarKind;
import io.tidewater.format.schema.MappingOptions;
import org.apache.iceberg.types.Type;

/** What {@code docs/types.md} says of Protobuf. */
public final class ProtobufTypesSection {
  private ProtobufTypesSection() {}

  public static void print(Page page) {
    page.heading("Protobuf");
    page.line("Straight from the bytes, of proto2, proto3 and editions.");
    page.header("Protobuf type", "column", "notes");
    for (ScalarKind kind : ScalarKind.values()) {
      page.row(kind.keyword(), code(PlainValue.of(kind).type()), note(kind));
    }
    page.row("an enum", "`string`", "The constant's name; a number without a name as its digits.");
    page.row("a message, a group", "`struct`", "Without fields: no column.");
    page.row("repeated", "`list`", "Absent: empty. Packed or not, whatever the schema says.");
    page.row("map", "`map`", "Absent: empty. Of several entries with one key the last.");
    page.row("oneof", "its fields", "Each is a column of its own; all but one are null.");
    page.row("an extension", "", "Passed over, as every field that the schema does not have.");
    page.header("message", "column", "by option", "notes");
    for (WellKnownType type : WellKnownType.values()) {
      page.row(
          "`" + type.fullName() + "`",
          code(type.shape(null, MappingOptions.DEFAULTS).type()),
          Page.byOption(options -> type.shape(null, options).type()),
          type.note());
    }
    page.row(
        "`google.protobuf.Any`",
        "`struct`",
        "",
        "As its schema says: `type_url` and the bytes of `value`.");
    page.row("`google.protobuf.Empty`", "", "", "No column, as every message without fields.");
    absence(page);
    limits(page);
  }

  private static void absence(Page page) {
    page.header("a field that is absent", "is");
    page.row("without presence (proto3, no label)", "zero, empty, false, the first constant");
    page.row("with presence (optional, a message, in a oneof)", "null");
    page.row(
        "with a declared default (proto2), outside a oneof",
        "that default, which is also the column's on format version 3");
    page.row("required", "an error of the record");
  }

  private static void limits(Page page) {
    page.line("");
    page.line(
        "A message within itself is cut as deep as the option says: from there on it is JSON");
    page.line("text, by option `variant`, with the fields' own names. A record nested deeper than");
    page.line("100 messages is refused, as Google's own libraries do.");
    page.line("");
    page.line("Bytes are read by Protobuf's own rules: fields in any order, the last of several");
    page.line("scalars, messages merged, a field of another wire type passed over. Stricter than");
    page.line("those: text that is no UTF-8 and numbers beyond their 32 bits are refused. What a");
    page.line("later value overrules is not looked at.");
  }

  private static String note(ScalarKind kind) {
    return switch (kind) {
      case UINT64, FIXED64 -> "No integer of Iceberg holds them all.";
      case UINT32, FIXED32 -> "No `int` holds them all.";
      case STRING -> "Must be UTF-8.";
      default -> "";
    };
  }

  private static String code(Type type) {
    return "`" + type + "`";
  }
}
