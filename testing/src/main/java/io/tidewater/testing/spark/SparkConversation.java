/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.testing.process.ServerProcess;
import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.query.QueryResult;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Requests to the engine in Spark's JVM and its answers, as lines of JSON. */
final class SparkConversation {
  private final ObjectMapper mapper = new ObjectMapper();
  private final ServerProcess engine;
  private final BufferedReader answers;
  private final BufferedWriter requests;

  SparkConversation(ServerProcess engine) {
    this.engine = engine;
    this.answers = engine.standardOutput();
    this.requests = engine.standardInput();
  }

  void awaitReady(Duration limit) {
    read(nextLine(limit));
  }

  QueryResult ask(String sql, int mostRows, Duration limit) {
    try {
      String request =
          mapper.writeValueAsString(
              mapper.createObjectNode().put("sql", sql).put("limit", mostRows));
      requests.write(request + "\n");
      requests.flush();
    } catch (IOException e) {
      throw new QueryException(engine.failure("is gone").getMessage(), e);
    }
    JsonNode answer = read(nextLine(limit));
    if (answer.has("error")) {
      throw new QueryException("Spark cannot run: " + sql + "\n" + answer.path("error").asText());
    }
    return new QueryResult(
        mapper.convertValue(answer.path("columns"), new TypeReference<>() {}),
        mapper.convertValue(answer.path("rows"), new TypeReference<>() {}),
        answer.path("truncated").asBoolean());
  }

  private String nextLine(Duration limit) {
    CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(this::readLine);
    try {
      String answer = line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        engine.awaitEnd(Duration.ofSeconds(5));
        throw engine.failure("has exited");
      }
      return answer;
    } catch (TimeoutException e) {
      engine.kill();
      throw engine.failure("gave no answer within " + limit.toSeconds() + " s and was killed");
    } catch (ExecutionException e) {
      throw new QueryException("Cannot read Spark's answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      engine.kill();
      throw new QueryException("Interrupted while waiting for Spark", e);
    }
  }

  private @Nullable String readLine() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(String line) {
    try {
      return mapper.readTree(line);
    } catch (JsonProcessingException e) {
      throw new QueryException("Spark did not answer with JSON: " + line, e);
    }
  }
}
