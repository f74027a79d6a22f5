/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.spark.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session that serves one client: each line on standard input is a JSON object with the
 * statement ({@code sql}) and the most rows to answer ({@code limit}), each line on standard output
 * the JSON object that answers it: {@code columns} and {@code rows}, or {@code error}. The first
 * line says that the session is ready.
 */
public final class SparkEngine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SparkEngine() {}

  /**
   * Serves until standard input ends.
   *
   * @param arguments the properties file with the session's configuration
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    SparkSession session = open(Path.of(arguments[0]));
    answers.println(MAPPER.createObjectNode().put("ready", session.version()));
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println(answer(session, MAPPER.readTree(line)));
    }
  }

  private static SparkSession open(Path configuration) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(configuration)) {
      properties.load(reader);
    }
    SparkSession.Builder builder = SparkSession.builder();
    properties.stringPropertyNames().forEach(key -> builder.config(key, properties.getProperty(key)));
    return builder.getOrCreate();
  }

  private static ObjectNode answer(SparkSession session, JsonNode request) {
    try {
      return rows(session.sql(request.path("sql").asText()), request.path("limit").asInt());
    } catch (Throwable e) {
      // Spark throws checked exceptions undeclared, and linkage errors for what it cannot read.
      e.printStackTrace();
      return MAPPER.createObjectNode().put("error", e.toString());
    }
  }

  private static ObjectNode rows(Dataset<Row> result, int limit) throws IOException {
    String[] columns = result.columns();
    String[] places = new String[columns.length];
    Arrays.setAll(places, place -> "c" + place);
    List<String> fetched = result.toDF(places).limit(limit + 1).toJSON().collectAsList();

    ObjectNode answer = MAPPER.createObjectNode();
    answer.set("columns", MAPPER.valueToTree(columns));
    answer.put("truncated", fetched.size() > limit);
    ArrayNode rows = answer.putArray("rows");
    for (String row : fetched.subList(0, Math.min(limit, fetched.size()))) {
      ArrayNode cells = rows.addArray();
      JsonNode named = MAPPER.readTree(row);
      for (String place : places) {
        cells.add(named.get(place));
      }
    }
    return answer;
  }
}
