/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.avro.AvroFormat;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro; records are in Avro's JSON, and the Avro library makes their bytes. */
final class AvroMatrix implements MatrixFormat {
  private static final Writer ONE = c("'long'", "1", "1");

  @Override
  public String title() {
    return "Avro";
  }

  @Override
  public SchemaKind kind() {
    return SchemaKind.AVRO;
  }

  @Override
  public PayloadFormat decoder(SchemaRegistry registry) {
    return new AvroFormat(registry, "", MappingOptions.DEFAULTS);
  }

  @Override
  public Writers writers(WriterChange change) {
    return switch (change) {
      case ADD ->
          new Writers(
              ONE,
              Writer.of(
                  ONE.fields() + ", {'name': 'd', 'type': 'long', 'default': 9}",
                  "{'c': 2, 'd': 3}",
                  "2",
                  "3"));
      case DROP ->
          new Writers(
              Writer.of(
                  ONE.fields() + ", {'name': 'k', 'type': 'long'}", "{'c': 1, 'k': 4}", "1", "4"),
              Writer.of("{'name': 'k', 'type': 'long'}", "{'k': 2}", "2"));
      case RENAME ->
          new Writers(
              ONE, Writer.of("{'name': 'd', 'type': 'long', 'aliases': ['c']}", "{'d': 2}", "2"));
      case WIDEN -> new Writers(c("'int'", "1", "1"), c("'long'", "5000000000", "5000000000"));
      case RELAX -> new Writers(ONE, c("['null', 'long']", "null", "null"));
      case LONG_TO_STRING -> new Writers(ONE, c("'string'", "'two'"));
      case LONG_TO_STRING_APART -> new Writers(ONE, c("'string'", "'two'", "two"));
      case STRING_TO_LONG, STRING_TO_LONG_APART ->
          new Writers(c("'string'", "'one'", "one"), c("'long'", "2", "2"));
      case LONG_TO_BOOLEAN -> new Writers(ONE, c("'boolean'", "true"));
      case LONG_TO_BOOLEAN_APART -> new Writers(ONE, c("'boolean'", "true", "true"));
    };
  }

  @Override
  public String schema(MatrixPlace place, Writer writer) {
    String struct = record("Part", writer.fields());
    String text =
        switch (place) {
          case TOP -> record("Order", writer.fields());
          case STRUCT -> record("Order", "{'name': 's', 'type': " + struct + "}");
          case LIST_ELEMENT ->
              record("Order", "{'name': 'l', 'type': {'type': 'array', 'items': " + struct + "}}");
          case MAP_VALUE ->
              record("Order", "{'name': 'm', 'type': {'type': 'map', 'values': " + struct + "}}");
        };
    return MatrixPlace.quoted(text);
  }

  @Override
  public byte[] bytes(MatrixPlace place, Writer writer) {
    Schema schema = new Schema.Parser().parse(schema(place, writer));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      GenericRecord value =
          new GenericDatumReader<GenericRecord>(schema)
              .read(null, DecoderFactory.get().jsonDecoder(schema, place.json(writer.record())));
      new GenericDatumWriter<GenericRecord>(schema).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String record(String name, String fields) {
    return "{'type': 'record', 'name': '" + name + "', 'fields': [" + fields + "]}";
  }

  private static Writer c(String type, String value, String... shown) {
    return Writer.of("{'name': 'c', 'type': " + type + "}", "{'c': " + value + "}", shown);
  }
}
