/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests as files {@code *.json} in a folder (see {@link RequestJson}). A request that is done is
 * deleted, as it names the keys; its report stands beside it as {@code ID.report}. One that makes
 * no sense is left alone, and {@code NAME.json.error} says why. Thread-safe.
 */
public final class RequestFolder implements EraseRequests {
  private static final Logger LOG = LoggerFactory.getLogger(RequestFolder.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  public RequestFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<EraseRequest> pending(TableIdentifier table) {
    List<EraseRequest> requests = new ArrayList<>();
    for (Path file : files()) {
      read(file).filter(request -> request.table().equals(table)).ifPresent(requests::add);
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
          if (read(file).filter(other -> other.id().equals(request.id())).isPresent()) {
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

  /** What makes no sense stops no other request: why not, is written beside it. */
  private static Optional<EraseRequest> read(Path file) {
    try {
      return Optional.of(RequestJson.parse(Files.readString(file), file.toString()));
    } catch (NoSuchFileException e) {
      LOG.debug("request was done meanwhile file={}", file, e);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      LOG.warn("request is left alone: {}", e.getMessage());
      explain(file, String.valueOf(e.getMessage()));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void explain(Path file, String reason) {
    try {
      Files.writeString(file.resolveSibling(file.getFileName() + ".error"), reason + "\n");
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
