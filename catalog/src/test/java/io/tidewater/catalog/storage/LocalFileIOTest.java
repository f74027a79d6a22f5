/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local files without Hadoop. */
class LocalFileIOTest {
  private final LocalFileIO files = new LocalFileIO();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "file:", "file://"})
  void readsWhatWasWrittenByAnySpelling(String scheme) throws IOException {
    String location = scheme + directory + "/new folder/100%25/f.json";
    write(files.newOutputFile(location), "tide");

    assertThat(directory.resolve("new folder/100%25/f.json")).hasContent("tide");
    assertThat(read("file:" + directory + "/new folder/100%25/f.json")).isEqualTo("tide");
    assertThat(files.newInputFile(location).getLength()).isEqualTo(4);
    assertThat(files.newInputFile(location).location()).isEqualTo(location);
  }

  @Test
  void showsFileOnlyOnceItIsComplete() throws IOException {
    Path target = directory.resolve("f.json");
    try (PositionOutputStream out = files.newOutputFile(target.toString()).create()) {
      out.write("tide".getBytes(StandardCharsets.UTF_8));
      assertThat(out.getPos()).isEqualTo(4);
      assertThat(target).doesNotExist();
    }
    assertThat(target).hasContent("tide");
    assertThat(directory).isDirectoryContaining(target::equals).satisfies(this::holdsOneFile);
  }

  @Test
  void createsOnceAndOverwritesOnRequest() throws IOException {
    OutputFile file = files.newOutputFile(directory + "/f.json");
    write(file, "first");

    assertThatThrownBy(file::create).isInstanceOf(AlreadyExistsException.class);
    try (PositionOutputStream out = file.createOrOverwrite()) {
      out.write("second".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(directory + "/f.json")).isEqualTo("second");
  }

  @Test
  void letsOneOfTwoCreatorsWin() throws IOException {
    OutputFile file = files.newOutputFile(directory + "/f.json");
    PositionOutputStream winner = file.create();
    PositionOutputStream loser = file.create();
    winner.write(1);
    winner.close();
    loser.write(2);

    assertThatThrownBy(loser::close).isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(directory.resolve("f.json"))).containsExactly(1);
    assertThat(directory).satisfies(this::holdsOneFile);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> files.newInputFile("file:///no/such/file").newStream())
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("file:///no/such/file");
  }

  @Test
  void deletesChecksumOfHadoopToo() throws IOException {
    Path file = Files.writeString(directory.resolve("f.parquet"), "x");
    Path checksum = Files.writeString(directory.resolve(".f.parquet.crc"), "x");

    files.deleteFile("file:" + file);
    files.deleteFile("file:" + file);

    assertThat(file).doesNotExist();
    assertThat(checksum).doesNotExist();
  }

  private void holdsOneFile(Path folder) {
    assertThat(folder.toFile().list()).hasSize(1);
  }

  private static void write(OutputFile file, String text) throws IOException {
    try (PositionOutputStream out = file.create()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String read(String location) throws IOException {
    try (InputStream in = files.newInputFile(location).newStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
