/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import java.util.List;

/** A format in which the page of evolution makes each change, by schema texts and bytes. */
interface MatrixFormat {
  List<MatrixFormat> ALL = List.of(new AvroMatrix(), new ProtobufMatrix(), new JsonSchemaMatrix());

  /**
   * A writer of a struct, and its one record.
   *
   * @param fields the struct's fields, as a schema text of the format has them
   * @param record a struct of them, as the format's tests write it
   * @param values what a table must show of the record; empty if it refuses it
   */
  record Writer(String fields, String record, List<String> values) {
    static Writer of(String fields, String record, String... values) {
      return new Writer(fields, record, List.of(values));
    }
  }

  /** The writer of before a change, and the one of after. */
  record Writers(Writer old, Writer young) {}

  String title();

  SchemaKind kind();

  /** The decoder that users have. */
  PayloadFormat decoder(SchemaRegistry registry);

  Writers writers(WriterChange change);

  /** The text of a schema with the writer's struct at a place. */
  String schema(MatrixPlace place, Writer writer);

  /** The bytes of the writer's record, with what stands between the schema's id and them. */
  byte[] bytes(MatrixPlace place, Writer writer);
}
