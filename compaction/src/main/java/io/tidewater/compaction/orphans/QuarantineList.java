/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * The form of a list of suspects: compressed lines of text. The first names the form and the table,
 * each other a file by its size, its time and its location; the last tells how many there were, so
 * that a list that was cut off is known for one.
 */
final class QuarantineList {
  private static final String HEADER = "tidewater-orphans 1 ";
  private static final String END = "end ";

  private final String tableUuid;

  QuarantineList(String tableUuid) {
    this.tableUuid = tableUuid;
  }

  /** Writes a list. */
  void write(OutputFile output, Buckets<Suspect> suspects) {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(output.create()), StandardCharsets.UTF_8))) {
      out.write(HEADER + tableUuid + "\n");
      for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
        suspects.forEach(bucket, suspect -> write(out, suspect.file()));
      }
      out.write(END + suspects.entries() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list.
   *
   * @return false if it is not a whole list of this table: nothing that was told counts
   * @throws UncheckedIOException the storage failed
   */
  boolean read(InputFile input, Consumer<ListedFile> visitor) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(input.newStream()), StandardCharsets.UTF_8))) {
      if (!(HEADER + tableUuid).equals(in.readLine())) {
        return false;
      }
      long files = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(END)) {
          return line.equals(END + files);
        }
        visitor.accept(parse(line));
        files++;
      }
      return false;
    } catch (EOFException | ZipException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(BufferedWriter out, ListedFile file) {
    try {
      out.write(file.size() + " " + file.modified() + " " + escape(file.location()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ListedFile parse(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    return new ListedFile(
        unescape(line.substring(second + 1)),
        Long.parseLong(line.substring(0, first)),
        Long.parseLong(line.substring(first + 1, second)));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        c = text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 'r' ? '\r' : text.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
