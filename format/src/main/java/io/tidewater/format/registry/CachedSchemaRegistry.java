/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers what a registry answered. Thread-safe.
 *
 * <p>What an id stands for never changes, so a schema is remembered for ever; that an id is unknown
 * is remembered for a short while. Many who ask for the same at once make one request. While the
 * registry does not answer, most who ask are told so at once, so that a thousand topics do not wait
 * for it one after another. Subjects and their versions are asked for anew each time.
 */
public final class CachedSchemaRegistry implements SchemaRegistry {
  private final SchemaRegistry registry;
  private final Failures failures;
  private final ConcurrentMap<SchemaKey, CompletableFuture<RegisteredSchema>> schemas =
      new ConcurrentHashMap<>();

  /**
   * @param registry is closed with this one
   * @param clock tells when to ask again what failed
   */
  public CachedSchemaRegistry(SchemaRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.failures = new Failures(clock);
  }

  @Override
  public RegisteredSchema schema(int id, String subject) {
    SchemaKey key = new SchemaKey(id, subject);
    CompletableFuture<RegisteredSchema> own = new CompletableFuture<>();
    CompletableFuture<RegisteredSchema> other = schemas.putIfAbsent(key, own);
    if (other != null) {
      return awaited(other);
    }
    try {
      own.complete(ask(key));
    } catch (RuntimeException | Error e) {
      schemas.remove(key, own);
      own.completeExceptionally(e);
      throw e;
    }
    return awaited(own);
  }

  private RegisteredSchema ask(SchemaKey key) {
    failures.check(key);
    try {
      RegisteredSchema schema = registry.schema(key.id(), key.subject());
      failures.answered(key);
      return schema;
    } catch (UnknownSchemaException e) {
      failures.unknown(key, e);
      throw e;
    } catch (RegistryUnavailableException e) {
      failures.unavailable(key, e);
      throw e;
    }
  }

  /** What came of a request, which another thread may still be waiting for. */
  private static RegisteredSchema awaited(CompletableFuture<RegisteredSchema> request) {
    try {
      return request.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UnknownSchemaException unknown) {
        throw unknown;
      }
      if (e.getCause() instanceof RegistryUnavailableException unavailable) {
        throw new RegistryUnavailableException(
            String.valueOf(unavailable.getMessage()), unavailable);
      }
      throw e;
    }
  }

  @Override
  public List<Integer> versions(String subject) {
    return registry.versions(subject);
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return registry.version(subject, version);
  }

  @Override
  public RegisteredSchema latest(String subject) {
    return registry.latest(subject);
  }

  @Override
  public void close() {
    registry.close();
  }
}
