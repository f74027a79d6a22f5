/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.testing.process.Patience;
import io.tidewater.testing.process.ServerException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** One connector, by name, through the REST interface of its cluster. */
public final class Connector {
  private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(90));
  private static final int NOT_FOUND = 404;

  private final String name;
  private final String path;
  private final RestCalls calls;

  Connector(String name, RestCalls calls) {
    this.name = name;
    this.path =
        "/connectors/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    this.calls = calls;
  }

  public String name() {
    return name;
  }

  /** Replaces the configuration, or creates the connector. */
  public void configure(Map<String, String> configuration) {
    calls.call("PUT", path + "/config", configuration);
  }

  public Map<String, String> configuration() {
    return calls.mapper().convertValue(calls.get(path + "/config"), new TypeReference<>() {});
  }

  /** Deletes the connector; its consumer group and its tables stay. */
  public void delete() {
    calls.call("DELETE", path);
  }

  public ConnectorStatus status() {
    return ConnectorStatus.of(calls.get(path + "/status"));
  }

  /** Restarts the connector and all its tasks. */
  public void restart() {
    calls.call("POST", path + "/restart?includeTasks=true");
  }

  /** Restarts what has failed and nothing else. */
  public void restartFailed() {
    calls.call("POST", path + "/restart?includeTasks=true&onlyFailed=true");
  }

  /** Pauses the tasks, which keep what they hold. */
  public void pause() {
    calls.call("PUT", path + "/pause");
  }

  public void resume() {
    calls.call("PUT", path + "/resume");
  }

  /** Stops the connector: its tasks are gone until it is resumed, and its offsets can change. */
  public void stop() {
    calls.call("PUT", path + "/stop");
  }

  /** Where the connector stands in each topic partition. */
  public List<ConnectorOffset> offsets() {
    return StreamSupport.stream(calls.get(path + "/offsets").path("offsets").spliterator(), false)
        .map(ConnectorOffset::of)
        .toList();
  }

  /** Moves a stopped connector to other offsets; returns the worker's message. */
  public String alterOffsets(List<ConnectorOffset> offsets) {
    ObjectNode body = calls.mapper().createObjectNode();
    ArrayNode list = body.putArray("offsets");
    offsets.forEach(offset -> list.add(offset.toJson(calls.mapper())));
    return calls.call("PATCH", path + "/offsets", body).path("message").asText();
  }

  /** Makes a stopped connector forget all its offsets; returns the worker's message. */
  public String resetOffsets() {
    return calls.call("DELETE", path + "/offsets").path("message").asText();
  }

  /**
   * Waits until the connector and all its tasks run.
   *
   * @throws ServerException as soon as the connector or a task has failed, with its stack trace
   */
  public ConnectorStatus awaitRunning() {
    return awaitStatus(
        "running",
        status -> {
          status
              .failure()
              .ifPresent(
                  failure -> {
                    throw new ServerException(failure);
                  });
          return status.isRunning();
        });
  }

  /**
   * Waits until the connector or one of its tasks has failed; returns what failed and the trace.
   */
  public String awaitFailed() {
    return awaitStatus("failed", status -> status.failure().isPresent()).failure().orElseThrow();
  }

  /** Waits until the connector is stopped and has no tasks. */
  public void awaitStopped() {
    awaitStatus(
        "stopped", status -> status.state() == RunState.STOPPED && status.tasks().isEmpty());
  }

  /**
   * Waits for any condition on the status.
   *
   * @param what the condition in words, for the message
   * @throws ServerException with the last status if the condition does not come true in 90 s
   */
  public ConnectorStatus awaitStatus(String what, Predicate<ConnectorStatus> condition) {
    return PATIENCE.until(
        () -> existingStatus().filter(condition),
        () ->
            new ServerException(
                "Connector "
                    + name
                    + " is not "
                    + what
                    + " after "
                    + PATIENCE.limit().toSeconds()
                    + " s: "
                    + existingStatus().map(Record::toString).orElse("it has no status")));
  }

  /** The status, which a connector does not have at once after its creation. */
  private Optional<ConnectorStatus> existingStatus() {
    try {
      return Optional.of(status());
    } catch (ConnectRestException e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
