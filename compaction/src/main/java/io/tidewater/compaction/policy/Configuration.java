/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.util.Map;

/**
 * What a service is configured with.
 *
 * @param catalog Iceberg's catalog properties, secrets among them; never shown
 * @param registry the settings of the schema registry, secrets among them; none if there is none
 * @param spark Spark's own settings, with their full names such as {@code spark.master}
 * @param service values of the options of the service itself
 * @param tables what it says of tables
 */
public record Configuration(
    Map<String, String> catalog,
    Map<String, String> registry,
    Map<String, String> spark,
    Policy service,
    TablePolicies tables) {
  public Configuration {
    catalog = Map.copyOf(catalog);
    registry = Map.copyOf(registry);
    spark = Map.copyOf(spark);
  }

  @Override
  public String toString() {
    return "Configuration[catalog=" + catalog.keySet() + ", registry=" + registry.keySet() + "]";
  }
}
