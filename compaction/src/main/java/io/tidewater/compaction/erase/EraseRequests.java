/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;

/** Where requests come from, and reports go. Thread-safe. */
public interface EraseRequests {
  /** No request, ever. */
  EraseRequests NONE =
      new EraseRequests() {
        @Override
        public List<EraseRequest> pending(TableIdentifier table) {
          return List.of();
        }

        @Override
        public void report(EraseRequest request, EraseReport report) {}
      };

  /**
   * Requests for a table that have not been done.
   *
   * @throws IllegalArgumentException one of them makes no sense; the message tells no value
   */
  List<EraseRequest> pending(TableIdentifier table);

  /** Keeps a report. A request whose report is complete is pending no more. */
  void report(EraseRequest request, EraseReport report);
}
