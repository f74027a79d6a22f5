/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.MatrixFormat.Writer;
import io.tidewater.format.schema.MatrixFormat.Writers;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;

/** Makes a change in the bytes of one format, and reads them by the decoder that users have. */
final class FormatMatrix {
  private static final int OLD = 1;
  private static final int YOUNG = 2;

  private final MatrixFormat format;
  private final WriterChange change;
  private final MatrixPlace place;
  private final Writers writers;
  private final PayloadFormat decoder;

  private FormatMatrix(MatrixFormat format, WriterChange change, MatrixPlace place) {
    this.format = format;
    this.change = change;
    this.place = place;
    this.writers = format.writers(change);
    this.decoder =
        format.decoder(
            new MatrixRegistry(
                List.of(registered(OLD, writers.old()), registered(YOUNG, writers.young()))));
  }

  static FormatOutcome run(
      MatrixFormat format, WriterChange change, MatrixPlace place, int version) {
    return new FormatMatrix(format, change, place).run(version);
  }

  private FormatOutcome run(int version) {
    Table table = table(version);
    Schema before = table.schema();
    GenericRecord oldRow = row(table, OLD, writers.old());

    EvolutionPlan plan = evolve(table, YOUNG, writers.young());
    EvolutionPlan again = evolve(table, OLD, writers.old());
    List<GenericRecord> rows = new ArrayList<>(List.of(row(table, OLD, writers.old())));
    String refusal = "";
    try {
      rows.add(row(table, YOUNG, writers.young()));
    } catch (ValueMismatchException e) {
      refusal = e.getMessage();
    }
    List<Record> later = read(table.schema(), rows, table.schema());
    return new FormatOutcome(
        plan,
        again,
        read(before, List.of(oldRow), table.schema()).get(0),
        later.get(0),
        later.subList(1, later.size()),
        refusal);
  }

  private Table table(int version) {
    NewTable start =
        NewTable.of(
            writer(OLD, writers.old()).incoming(),
            Requiredness.AS_DECLARED,
            new EvolutionOptions(version, Naming.DEFAULT, change.policy(), Set.of()));
    return MemoryTable.load(MemoryTable.catalogOf(start, version));
  }

  private EvolutionPlan evolve(Table table, int id, Writer writer) {
    EvolutionPlan plan =
        SchemaEvolution.plan(
            table.schema(),
            FieldHistory.of(table.properties()),
            writer(id, writer).incoming(),
            EvolutionOptions.of(table, Naming.DEFAULT, change.policy()));
    plan.commitTo(table);
    return plan;
  }

  private GenericRecord row(Table table, int id, Writer writer) {
    ByteBuffer payload = payload(id, writer);
    WriterSchema schema = decoder.writerOf(payload);
    FieldHistory history = FieldHistory.of(table.properties());
    RowBuilder rows = new RowBuilder(table.schema());
    ValueReader reader =
        schema.compile(
            Alignment.of(schema.incoming(), table.schema(), history, Naming.DEFAULT), rows);
    rows.begin();
    reader.read(payload);
    return rows.finish();
  }

  private WriterSchema writer(int id, Writer writer) {
    return decoder.writerOf(payload(id, writer));
  }

  private ByteBuffer payload(int id, Writer writer) {
    byte[] bytes = format.bytes(place, writer);
    return ByteBuffer.allocate(5 + bytes.length).put((byte) 0).putInt(id).put(bytes).flip();
  }

  private RegisteredSchema registered(int id, Writer writer) {
    return new RegisteredSchema(id, format.kind(), format.schema(place, writer), Map.of());
  }

  private List<Record> read(Schema written, List<GenericRecord> rows, Schema schema) {
    try {
      return ParquetFiles.roundTrip(written, rows, schema).stream().map(place::within).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
