/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Requests as files {@code *.json} in a folder (see {@link RequestJson}). A request that is done is
 * deleted, as it names the keys; its report stands beside it as {@code ID.report}. Thread-safe.
 */
public final class RequestFolder implements EraseRequests {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  public RequestFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<EraseRequest> pending(TableIdentifier table) {
    List<EraseRequest> requests = new ArrayList<>();
    for (Path file : files()) {
      EraseRequest request = read(file);
      if (request.table().equals(table)) {
        requests.add(request);
      }
    }
    return requests;
  }

  @Override
  public void report(EraseRequest request, EraseReport report) {
    try {
      Path written = folder.resolve(request.id() + ".report.writing");
      Files.writeString(
          written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(report)));
      Files.move(
          written,
          folder.resolve(request.id() + ".report"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      if (report.complete()) {
        for (Path file : files()) {
          if (read(file).id().equals(request.id())) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EraseRequest read(Path file) {
    try {
      return RequestJson.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(EraseReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("request", report.requestId());
    root.put("time", report.time().toString());
    root.put("complete", report.complete());
    for (EraseReport.OfTable table : report.tables()) {
      ObjectNode node = root.withArray("tables").addObject();
      node.put("table", table.table().toString());
      node.put("rows", table.rows());
      node.set("rewritten-files", JSON.valueToTree(table.rewrittenFiles()));
      node.set("expired-snapshots", JSON.valueToTree(table.expiredSnapshots()));
      node.set("deleted-files", JSON.valueToTree(table.deletedFiles()));
      node.set("still-held", JSON.valueToTree(table.stillHeld()));
      node.set("notes", JSON.valueToTree(table.notes()));
    }
    return root;
  }
}
