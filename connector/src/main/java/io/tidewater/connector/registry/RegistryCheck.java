/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.registry;

import io.tidewater.connector.config.FormatOptions;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.keys.Problem;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.registry.http.RegistryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Tries the registry with the user's options: asks it for a subject, which need not exist. One that
 * does not answer in time is a problem too; the call is then interrupted and left behind.
 */
public final class RegistryCheck {
  private final Function<RegistryOptions, SchemaRegistry> loader;
  private final Executor executor;

  /**
   * @param loader opens the registry
   * @param executor runs the calls, on another thread than the caller's
   */
  public RegistryCheck(Function<RegistryOptions, SchemaRegistry> loader, Executor executor) {
    this.loader = loader;
    this.executor = executor;
  }

  /** What is wrong with the registry; empty if it can be used, or none is configured. */
  public List<Problem> problems(SinkOptions options) {
    FormatOptions formats = options.formats();
    if (formats.registry().isEmpty()) {
      return List.of();
    }
    String topic = options.routing().topics().names().stream().findFirst().orElse("any");
    return ask(
            formats.registry().get(),
            formats.subjects().ofValues(topic),
            options.catalog().checkTimeout())
        .map(reason -> List.of(new Problem(FormatOptions.REGISTRY_URL, reason)))
        .orElse(List.of());
  }

  private Optional<String> ask(RegistryOptions options, String subject, Duration timeout) {
    FutureTask<Optional<String>> task = new FutureTask<>(() -> answer(options, subject));
    executor.execute(task);
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return Optional.of("Tried %s: no answer within %d ms".formatted(options, timeout.toMillis()));
    } catch (ExecutionException e) {
      return Optional.of("Tried %s: %s".formatted(options, e.getCause()));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.of("Tried %s: the check was interrupted".formatted(options));
    }
  }

  private Optional<String> answer(RegistryOptions options, String subject) {
    try (SchemaRegistry registry = loader.apply(options)) {
      registry.versions(subject.isEmpty() ? "any" : subject);
      return Optional.empty();
    } catch (UnknownSchemaException e) {
      // That too is an answer.
      return Optional.empty();
    } catch (RegistryUnavailableException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
