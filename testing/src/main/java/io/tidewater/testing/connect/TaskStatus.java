/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one task is doing.
 *
 * @param worker the {@linkplain ConnectWorker#id() worker} that runs it
 * @param trace the stack trace of a failed task; else empty
 */
public record TaskStatus(int id, RunState state, String worker, String trace) {
  static TaskStatus of(JsonNode json) {
    return new TaskStatus(
        json.path("id").asInt(),
        RunState.valueOf(json.path("state").asText()),
        json.path("worker_id").asText(),
        json.path("trace").asText());
  }
}
