/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Where the fields are that change. */
enum MatrixPlace {
  TOP("top") {
    @Override
    StructType around(StructType struct) {
      return struct;
    }

    @Override
    Map<?, ?> around(Map<String, Object> values) {
      return values;
    }

    @Override
    Record within(Record row) {
      return row;
    }
  },
  STRUCT("struct") {
    @Override
    StructType around(StructType struct) {
      return StructType.of(NestedField.optional(101, "s", struct));
    }

    @Override
    Map<?, ?> around(Map<String, Object> values) {
      return Map.of("s", values);
    }

    @Override
    Record within(Record row) {
      return (Record) row.getField("s");
    }
  },
  LIST_ELEMENT("list element") {
    @Override
    StructType around(StructType struct) {
      return StructType.of(NestedField.optional(101, "l", ListType.ofOptional(102, struct)));
    }

    @Override
    Map<?, ?> around(Map<String, Object> values) {
      return Map.of("l", List.of(values));
    }

    @Override
    Record within(Record row) {
      return (Record) ((List<?>) row.getField("l")).get(0);
    }
  },
  MAP_VALUE("map value") {
    @Override
    StructType around(StructType struct) {
      MapType map = MapType.ofOptional(102, 103, Types.StringType.get(), struct);
      return StructType.of(NestedField.optional(101, "m", map));
    }

    @Override
    Map<?, ?> around(Map<String, Object> values) {
      return Map.of("m", Map.of("x", values));
    }

    @Override
    Record within(Record row) {
      return (Record) ((Map<?, ?>) row.getField("m")).get("x");
    }
  };

  private final String title;

  MatrixPlace(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract StructType around(StructType struct);

  abstract Map<?, ?> around(Map<String, Object> values);

  /** A record in JSON, with a struct at this place, which may have single quotes. */
  String json(String struct) {
    String text =
        switch (this) {
          case TOP -> struct;
          case STRUCT -> "{'s': " + struct + "}";
          case LIST_ELEMENT -> "{'l': [" + struct + "]}";
          case MAP_VALUE -> "{'m': {'x': " + struct + "}}";
        };
    return quoted(text);
  }

  /** JSON with single quotes for double ones, which Java makes hard to read. */
  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  /** The struct that the fields are in, of a row. */
  abstract Record within(Record row);
}
