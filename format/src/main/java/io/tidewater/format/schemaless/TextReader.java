/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types.StringType;

/** Reads any value as text: a scalar as its text, a map or list as JSON. */
public final class TextReader implements ValueReader {
  private final JsonText json = new JsonText();
  private final ValueVisitor column;
  private final ValueVisitor receiver;

  /**
   * @param receiver receives the text, as {@code stringValue}
   */
  public TextReader(ValueVisitor receiver) {
    this.column = Conversions.into(StringType.get(), receiver);
    this.receiver = receiver;
  }

  @Override
  public void read(Object value) {
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      json.begin();
      SchemalessValue.emit(value, json);
      receiver.stringValue(json.finish());
    } else {
      SchemalessScalar.of(value).emit(value, column);
    }
  }
}
