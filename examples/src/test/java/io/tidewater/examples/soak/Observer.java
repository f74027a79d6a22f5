/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** Looks at a table all along, from a thread of its own. */
final class Observer implements AutoCloseable {
  private static final long STEP_MILLIS = 150;
  private static final int LOOKS_BETWEEN_FILES = 20;

  private final Catalog catalog;
  private final TableIdentifier name;
  private final LedgerWatch ledger;
  private final List<String> faults = new ArrayList<>();
  private final Thread thread;
  private int fileLooks;
  private volatile boolean ending;

  private Observer(Catalog catalog, TableIdentifier name, LedgerWatch ledger) {
    this.catalog = catalog;
    this.name = name;
    this.ledger = ledger;
    this.thread = new Thread(this::run, "observer-" + name);
    thread.setDaemon(true);
  }

  static Observer begin(Catalog catalog, TableIdentifier name, LedgerWatch ledger) {
    Observer observer = new Observer(catalog, name, ledger);
    observer.thread.start();
    return observer;
  }

  /** Ends it, and tells what it found to be wrong. */
  List<String> end() {
    close();
    List<String> all = new ArrayList<>(faults);
    all.addAll(ledger.faults());
    return all;
  }

  String summary() {
    return "%d looks at the ledger, %d at all files".formatted(ledger.looks(), fileLooks);
  }

  @Override
  public void close() {
    ending = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!ending) {
      try {
        look();
      } catch (NoSuchTableException e) {
        // Not yet.
      } catch (RuntimeException e) {
        faults.add("cannot look at " + name + ": " + e);
      }
      Pause.millis(STEP_MILLIS);
    }
  }

  private void look() {
    Table table = catalog.loadTable(name);
    ledger.look(table);
    if (ledger.looks() % LOOKS_BETWEEN_FILES == 0) {
      fileLooks++;
      faults.addAll(LiveFiles.look(table).missing());
    }
  }
}
