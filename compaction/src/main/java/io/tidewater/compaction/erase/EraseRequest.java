/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A request to erase all that is stored of some keys of a table. Its text never holds a value.
 *
 * @param id unique; letters, digits, dots, hyphens and underscores
 * @param columns top-level columns that identify the rows
 * @param keys one value for each column, as JSON in Iceberg's single-value form
 * @param letters what identifies dead letters of the keys; empty if nobody has said, which refuses
 *     the request where there is a dead-letter table
 * @param tags what becomes of tags that hold the keys
 */
public record EraseRequest(
    String id,
    TableIdentifier table,
    List<String> columns,
    List<List<JsonNode>> keys,
    Optional<Letters> letters,
    Tags tags) {
  public EraseRequest {
    columns = List.copyOf(columns);
    keys = keys.stream().map(List::copyOf).toList();
  }

  /** What becomes of tags whose snapshots hold the keys. */
  public enum Tags {
    /** They stay, and the report says what still holds the keys. */
    KEEP,
    /** They are dropped. */
    DROP
  }

  @Override
  public String toString() {
    return "request " + id + " to erase " + keys.size() + " keys of table " + table;
  }
}
