/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.task.TableView;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** Finds the tables that a request concerns, and refuses those that it cannot be done to. */
final class EraseSubjects {
  private final Catalog catalog;

  EraseSubjects(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The table, and that of its dead letters if there is one.
   *
   * @throws IllegalArgumentException the request cannot be done completely; says what to do
   */
  List<ErasedTable> of(TableView view, EraseRequest request) {
    Table table = view.table();
    table.refresh();
    requireErasable(request, view.name(), table);
    List<ErasedTable> subjects = new ArrayList<>();
    subjects.add(new ErasedTable(view.name(), table, KeyMatch.of(request, table.schema())));
    TableIdentifier lettersName =
        TableIdentifier.of(
            view.name().namespace(),
            view.name().name() + view.policy().get(EraseOptions.DEAD_LETTER_SUFFIX));
    Table deadLetters;
    try {
      deadLetters = catalog.loadTable(lettersName);
    } catch (NoSuchTableException e) {
      return subjects;
    }
    Letters letters =
        request
            .letters()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        request
                            + " does not say which dead letters are meant, and there is a table "
                            + lettersName
                            + ": add dead-letters, empty if none are"));
    if (!letters.isEmpty()) {
      requireErasable(request, lettersName, deadLetters);
      subjects.add(
          new ErasedTable(lettersName, deadLetters, LetterMatch.of(letters, deadLetters.schema())));
    }
    return subjects;
  }

  private static void requireErasable(EraseRequest request, TableIdentifier name, Table table) {
    if (TableUtil.formatVersion(table) < 2) {
      throw new IllegalArgumentException(
          request
              + ": table "
              + name
              + " has format version 1, in which no row can be deleted;"
              + " upgrade it to version 2");
    }
    if ("false".equalsIgnoreCase(table.properties().get(TableProperties.GC_ENABLED))) {
      throw new IllegalArgumentException(
          request
              + ": table "
              + name
              + " does not own its files (gc.enabled is false), so they cannot be deleted; erase"
              + " them where they belong");
    }
  }
}
