/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a connector and its tasks are doing.
 *
 * @param trace the stack trace of a failed connector; else empty
 */
public record ConnectorStatus(String name, RunState state, String trace, List<TaskStatus> tasks) {
  public ConnectorStatus {
    tasks = List.copyOf(tasks);
  }

  static ConnectorStatus of(JsonNode json) {
    JsonNode connector = json.path("connector");
    return new ConnectorStatus(
        json.path("name").asText(),
        RunState.valueOf(connector.path("state").asText()),
        connector.path("trace").asText(),
        StreamSupport.stream(json.path("tasks").spliterator(), false).map(TaskStatus::of).toList());
  }

  /** Whether the connector runs and has tasks, all of which run. */
  public boolean isRunning() {
    return state == RunState.RUNNING
        && !tasks.isEmpty()
        && tasks.stream().allMatch(task -> task.state() == RunState.RUNNING);
  }

  /** What failed and its stack trace: the connector, else the first failed task. */
  public Optional<String> failure() {
    Stream<String> ofConnector =
        state == RunState.FAILED
            ? Stream.of("Connector " + name + " failed: " + trace)
            : Stream.empty();
    Stream<String> ofTasks =
        tasks.stream()
            .filter(task -> task.state() == RunState.FAILED)
            .map(task -> "Task " + task.id() + " of " + name + " failed: " + task.trace());
    return Stream.concat(ofConnector, ofTasks).findFirst();
  }
}
