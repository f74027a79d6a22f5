/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.Subject;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema registry that speaks the Confluent Schema Registry API. Thread-safe; asks anew each
 * time, so it belongs behind a {@link io.tidewater.format.registry.CachedSchemaRegistry}.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
  private final RegistryServers servers;

  /**
   * A client; nothing is asked yet.
   *
   * @throws IllegalArgumentException if a key or trust store cannot be read; the message says which
   *     and why
   */
  public HttpSchemaRegistry(RegistryOptions options, Pacing pacing) {
    HttpClient client = Connections.open(options);
    Exchange exchange = new Exchange(client, options.patience().requestTimeout());
    Authorization authorization = Authorization.of(options.credentials(), exchange, pacing.clock());
    List<RegistryServer> each =
        options.address().urls().stream()
            .map(
                url ->
                    new RegistryServer(
                        Paths.root(url, options.address().context()),
                        options.headers(),
                        authorization,
                        exchange))
            .toList();
    this.servers = new RegistryServers(each, options.patience(), pacing);
  }

  /** A client with the real clock. */
  public static HttpSchemaRegistry of(RegistryOptions options) {
    return new HttpSchemaRegistry(options, Pacing.real());
  }

  @Override
  public RegisteredSchema schema(int id, String subject) {
    String path = Paths.schema(id, subject);
    SchemaAnswer answer = SchemaAnswer.read(path, servers.ask(path)).checked(id);
    return complete(id, answer, Subject.parse(subject));
  }

  @Override
  public List<Integer> versions(String subject) {
    String path = Paths.versions(subject);
    JsonNode json = servers.ask(path);
    List<Integer> versions = new ArrayList<>();
    json.forEach(version -> versions.add(version.asInt(-1)));
    if (!json.isArray() || versions.contains(-1)) {
      throw SchemaAnswer.malformed(path, "the versions are no array of numbers");
    }
    return versions.stream().sorted().toList();
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return ofSubject(subject, Integer.toString(version));
  }

  @Override
  public RegisteredSchema latest(String subject) {
    return ofSubject(subject, "latest");
  }

  private RegisteredSchema ofSubject(String subject, String version) {
    String path = Paths.version(subject, version);
    SchemaAnswer answer = SchemaAnswer.read(path, servers.ask(path));
    return complete(answer.requiredId(path), answer, Subject.parse(subject));
  }

  private RegisteredSchema complete(int id, SchemaAnswer answer, Subject subject) {
    References references = new References(servers, subject);
    return new RegisteredSchema(
        id, answer.kind(), answer.text(), references.resolve(answer.references()));
  }

  /** Nothing to close: the connections end by themselves when they are idle. */
  @Override
  public void close() {}
}
