/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.catalog;

import io.tidewater.connector.config.CatalogOptions;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.keys.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.iceberg.catalog.Catalog;

/**
 * Tries the catalog with the user's options: opens it and looks up the tables that the
 * configuration names. It reads only. A catalog that does not answer in time is a problem too; the
 * call is then interrupted and left behind.
 */
public final class CatalogCheck {
  private final Function<CatalogOptions, Catalog> loader;
  private final Executor executor;

  /**
   * A check.
   *
   * @param loader opens the catalog
   * @param executor runs the calls to the catalog, on another thread than the caller's
   */
  public CatalogCheck(Function<CatalogOptions, Catalog> loader, Executor executor) {
    this.loader = loader;
    this.executor = executor;
  }

  /** What is wrong with the catalog, or with the tables in it; empty if it can be used. */
  public List<Problem> problems(SinkOptions options) {
    CatalogOptions catalog = options.catalog();
    CatalogProbe probe = new CatalogProbe(options, loader);
    FutureTask<List<Problem>> task = new FutureTask<>(probe::problems);
    executor.execute(task);
    try {
      return task.get(catalog.checkTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return failed(
          catalog, probe, "no answer within %d ms".formatted(catalog.checkTimeout().toMillis()));
    } catch (ExecutionException e) {
      return failed(catalog, probe, reasons(e));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return failed(catalog, probe, "the check was interrupted");
    }
  }

  private static List<Problem> failed(CatalogOptions catalog, CatalogProbe probe, String reason) {
    boolean hasAddress = catalog.properties().values().containsKey("uri");
    String message =
        "Tried to %s in catalog '%s' with %s: %s"
            .formatted(probe.step(), catalog.name(), catalog.properties(), reason);
    return List.of(
        new Problem(
            hasAddress ? CatalogOptions.URI : CatalogOptions.NAME,
            catalog.hadoop().hideIn(catalog.properties().hideIn(message))));
  }

  /** The messages of what went wrong on the other thread, each told once. */
  private static String reasons(ExecutionException failure) {
    List<String> reasons = new ArrayList<>();
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      String reason = cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
      if (reasons.stream().noneMatch(told -> message != null && told.contains(message))) {
        reasons.add(reason);
      }
    }
    return String.join("; because of ", reasons);
  }
}
