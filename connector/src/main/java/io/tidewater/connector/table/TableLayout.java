/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import io.tidewater.connector.config.CreateOptions;
import io.tidewater.connector.config.TableSettings;
import io.tidewater.connector.config.layout.ColumnTransform;
import io.tidewater.connector.config.layout.SortField;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableProperties;

/**
 * How a table is laid out when it is created.
 *
 * @param create what holds for all created tables
 * @param settings what holds for this one
 */
public record TableLayout(CreateOptions create, TableSettings settings) {

  int formatVersion() {
    return create.formatVersion();
  }

  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>(create.properties());
    properties.put(TableProperties.FORMAT_VERSION, Integer.toString(create.formatVersion()));
    return properties;
  }

  /**
   * @throws org.apache.iceberg.exceptions.ValidationException a column does not exist, or has a
   *     type that the transform cannot take
   */
  PartitionSpec spec(Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    for (ColumnTransform transform : settings.partitionBy()) {
      transform.addTo(spec);
    }
    return spec.build();
  }

  SortOrder sortOrder(Schema schema) {
    SortOrder.Builder order = SortOrder.builderFor(schema);
    for (SortField field : settings.sortBy()) {
      field.addTo(order);
    }
    return order.build();
  }
}
