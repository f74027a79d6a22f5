/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;

/**
 * Reads a struct, list or map into a column of text, as JSON.
 *
 * @param nested reads the value into the text
 */
public record JsonReader(ValueReader nested, JsonText json, ValueVisitor receiver)
    implements ValueReader {
  @Override
  public void read(Object value) {
    json.begin();
    nested.read(value);
    receiver.stringValue(json.finish());
  }
}
