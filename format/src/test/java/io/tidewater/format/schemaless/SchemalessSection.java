/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.page.Page;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Naming;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.StructType;

/** What {@code docs/types.md} says of values without a schema. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
public final class SchemalessSection {
  private SchemalessSection() {}

  public static void print(Page page) {
    page.heading("Values without a schema");
    page.line("They are converted against the columns that the table has. These are the types of");
    page.line("new columns; a null, an empty map and an empty list make none yet. Elements of a");
    page.line("list that differ have the type that holds them all, at last `string`.");
    page.header("Java class", "column");
    SchemalessMapping mapping = new SchemalessMapping(Naming.DEFAULT);
    for (Map.Entry<String, Object> sample : javaValues().entrySet()) {
      StructType incoming =
          mapping.incoming(Map.of("c", sample.getValue()), new Schema(), FieldHistory.EMPTY).type();
      page.row(sample.getKey(), Page.code(incoming.fieldType("c")));
    }
  }

  private static Map<String, Object> javaValues() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("String", "a");
    values.put("Boolean", true);
    values.put("Byte, Short, Integer, Long", 1L);
    values.put("Float, Double", 1.5);
    values.put("BigInteger of up to 64 bits", BigInteger.ONE);
    values.put("BigInteger beyond that", BigInteger.ONE.shiftLeft(64));
    values.put("BigDecimal with a scale of S", new BigDecimal("1.5"));
    values.put("byte[], ByteBuffer", ByteBuffer.allocate(1));
    values.put("java.util.Date", new Date(0));
    values.put("UUID", new UUID(0, 0));
    values.put("List", List.of(1L));
    values.put("Map with strings as keys", Map.of("a", 1L));
    values.put("Map with other keys", Map.of(1L, 1L));
    return values;
  }
}
