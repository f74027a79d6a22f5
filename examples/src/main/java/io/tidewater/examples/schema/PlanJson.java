/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.examples.schema.Step.Problem;
import io.tidewater.format.schema.SchemaChange;
import io.tidewater.format.schema.SchemaChange.AddColumn;
import io.tidewater.format.schema.SchemaChange.MakeOptional;
import io.tidewater.format.schema.SchemaChange.RenameColumn;
import io.tidewater.format.schema.SchemaChange.SetDefault;
import io.tidewater.format.schema.SchemaChange.UpdateDoc;
import io.tidewater.format.schema.SchemaChange.WidenColumn;
import java.util.List;
import org.apache.iceberg.SchemaParser;

/** A plan as JSON: what the words say, and the resulting schema as Iceberg writes schemas. */
final class PlanJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanJson() {}

  static List<String> lines(SchemaPlan plan) {
    try {
      return List.of(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node(plan)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always writable", e);
    }
  }

  private static JsonNode node(SchemaPlan plan) throws JsonProcessingException {
    ObjectNode node =
        JSON.createObjectNode()
            .put("subject", plan.subject())
            .put("table", plan.table())
            .put("exists", plan.exists())
            .put("severity", plan.severity().toString())
            .put("exit-code", plan.severity().exitCode());
    ArrayNode steps = node.putArray("versions");
    for (Step step : plan.steps()) {
      ObjectNode each =
          steps
              .addObject()
              .put("version", step.version())
              .put("schema-id", step.schemaId())
              .put("severity", step.severity().toString());
      ArrayNode changes = each.putArray("changes");
      step.changes().forEach(change -> put(changes.addObject(), change));
      put(each.putArray("settled"), step.settled());
      put(each.putArray("by-value"), step.doubts());
      put(each.putArray("conflicts"), step.conflicts());
    }
    node.set("schema", JSON.readTree(SchemaParser.toJson(plan.result())));
    return node;
  }

  private static void put(ArrayNode array, List<Problem> problems) {
    for (Problem problem : problems) {
      array.addObject().put("path", problem.path()).put("advice", problem.advice());
    }
  }

  private static void put(ObjectNode node, SchemaChange change) {
    node.put("change", kind(change)).put("path", change.path());
    if (change instanceof AddColumn added) {
      node.put("type", added.type().toString());
    } else if (change instanceof WidenColumn widened) {
      node.put("from", widened.from().toString()).put("to", widened.to().toString());
    } else if (change instanceof RenameColumn renamed) {
      node.put("name", renamed.name());
    }
    node.put("text", change.toString());
  }

  private static String kind(SchemaChange change) {
    if (change instanceof AddColumn) {
      return "add";
    } else if (change instanceof WidenColumn) {
      return "widen";
    } else if (change instanceof MakeOptional) {
      return "relax";
    } else if (change instanceof RenameColumn) {
      return "rename";
    } else if (change instanceof UpdateDoc) {
      return "doc";
    } else if (change instanceof SetDefault) {
      return "default";
    }
    throw new IllegalArgumentException("no kind of change: " + change);
  }
}
