/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.catalog.storage.WarehouseFileIO;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata files as Iceberg's other readers and writers have them. */
class MetadataFilesTest {
  @TempDir private Path directory;
  private final WarehouseFileIO files = new WarehouseFileIO(Map.of());
  private final MetadataFiles<TableMetadata> metadata = metadataFiles();

  @Test
  void writesWhatIcebergReads() {
    StoredMetadata<TableMetadata> first = metadata.write(table(Map.of()), null);

    TableMetadata read = TableMetadataParser.read(files, first.location());
    assertThat(read.uuid()).isEqualTo(first.metadata().uuid());
    assertThat(first.metadata().metadataFileLocation()).isEqualTo(first.location());
    assertThat(first.metadata().changes()).isEmpty();
    assertThat(new String(first.json(), StandardCharsets.UTF_8))
        .isEqualTo(TableMetadataParser.toJson(read));
  }

  @Test
  void countsVersionsInNames() {
    StoredMetadata<TableMetadata> first = metadata.write(table(Map.of()), null);
    StoredMetadata<TableMetadata> second = metadata.write(first.metadata(), first.location());
    StoredMetadata<TableMetadata> adopted =
        metadata.write(first.metadata(), "file:///elsewhere/v12.metadata.json");

    assertThat(first.location()).startsWith("file:" + directory + "/t/metadata/00000-");
    assertThat(second.location()).startsWith("file:" + directory + "/t/metadata/00001-");
    assertThat(adopted.location()).startsWith("file:" + directory + "/t/metadata/00000-");
  }

  @Test
  void compressesWhereTheTableSaysSo() throws IOException {
    StoredMetadata<TableMetadata> zipped =
        metadata.write(table(Map.of("write.metadata.compression-codec", "gzip")), null);

    assertThat(zipped.location()).endsWith(".gz.metadata.json");
    assertThat(Files.readAllBytes(local(zipped)))
        .startsWith(0x1f, 0x8b)
        .hasSizeLessThan(zipped.json().length);
    assertThat(metadataFiles().read(zipped.location()).json()).isEqualTo(zipped.json());
  }

  @Test
  void writesWhereTheTableSaysSo() {
    StoredMetadata<TableMetadata> placed =
        metadata.write(table(Map.of("write.metadata.path", "file:" + directory + "/m/")), null);

    assertThat(placed.location()).startsWith("file:" + directory + "/m/00000-");
  }

  @Test
  void noticesLocalFileThatIsGoneThoughItIsInMemory() throws IOException {
    StoredMetadata<TableMetadata> stored = metadata.write(table(Map.of()), null);
    Files.delete(local(stored));

    assertThatThrownBy(() -> metadata.read(stored.location()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(stored.location());
  }

  private MetadataFiles<TableMetadata> metadataFiles() {
    return new MetadataFiles<>(files, new TableMetadataFormat(), 1 << 20, UUID::randomUUID);
  }

  private TableMetadata table(Map<String, String> properties) {
    return TableMetadata.newTableMetadata(
        new Schema(Types.NestedField.required(1, "id", Types.LongType.get())),
        PartitionSpec.unpartitioned(),
        "file:" + directory + "/t",
        properties);
  }

  private static Path local(StoredMetadata<?> stored) {
    return Path.of(stored.location().substring("file:".length()));
  }
}
