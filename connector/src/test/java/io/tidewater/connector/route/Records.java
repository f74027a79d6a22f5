/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Records and tables for the tests of this package. */
final class Records {
  /** Records whose types nobody may ask for. */
  static final RecordTypes UNTYPED =
      record -> {
        throw new AssertionError("the type does not matter");
      };

  static SinkRecord ofTopic(String topic) {
    return new SinkRecord(topic, 0, null, null, null, Map.of("id", 1), 0);
  }

  static SinkRecord withValue(@Nullable Object value) {
    return new SinkRecord("orders", 0, null, null, null, value, 0);
  }

  static TableIdentifier table(String name) {
    return TableIdentifier.parse(name);
  }

  private Records() {}
}
