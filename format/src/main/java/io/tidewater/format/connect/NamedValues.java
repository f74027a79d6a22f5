/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.logical.Meaning.OfContent;
import io.tidewater.format.logical.NamedType;
import io.tidewater.format.logical.NumberMapping;
import io.tidewater.format.logical.NumberMeaning;
import io.tidewater.format.schema.MappingOptions;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.TimestampType;
import org.apache.iceberg.types.Types.UUIDType;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas whose name says more than their type, in the Java classes that Connect has for them. */
final class NamedValues {
  private static final ScalarReader TEXT = PlainType.STRING.mapping().reader();

  private NamedValues() {}

  /** What a schema's name says; null if it is plain. */
  static @Nullable NamedType of(Schema schema) {
    return NamedType.of(schema.name(), base(schema.type()));
  }

  static ScalarMapping mapping(NamedType type, Schema schema, MappingOptions options) {
    if (type.meaning() instanceof NumberMeaning meaning) {
      return number(meaning.mapping(options), NumberValues.of(type));
    }
    return switch ((OfContent) type.meaning()) {
      case PLAIN -> PlainType.of(schema.type());
      case UUID -> new ScalarMapping(UUIDType.get(), StringType.get(), TEXT);
      case INSTANT -> new ScalarMapping(TimestampType.withZone(), StringType.get(), TEXT);
      case DECIMAL -> DecimalValues.fixedScale(schema);
      case VARIABLE_SCALE_DECIMAL -> DecimalValues.VARIABLE_SCALE;
    };
  }

  private static ScalarMapping number(NumberMapping mapping, NumberValues values) {
    return new ScalarMapping(
        mapping.type(),
        mapping.emitted(),
        (value, receiver) -> mapping.event().tell(values.number(value), receiver));
  }

  private static NamedType.@Nullable Base base(Schema.Type type) {
    return switch (type) {
      case INT32 -> NamedType.Base.INT32;
      case INT64 -> NamedType.Base.INT64;
      case STRING -> NamedType.Base.STRING;
      case BYTES -> NamedType.Base.BYTES;
      case STRUCT -> NamedType.Base.STRUCT;
      default -> null;
    };
  }
}
