/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.page.Page;
import java.util.List;

/** The section of the page of evolution that the real decoders make. */
final class FormatSection {
  private FormatSection() {}

  static void print(Page page) {
    page.heading("By format");
    page.line(
        "What is above is of columns made by hand. Here each format's own decoder reads bytes of two");
    page.line(
        "schema texts: the table is created from the old one, with columns required where it says so,");
    page.line(
        "and after the change comes one more record of the old writer. A rename is an alias in Avro");
    page.line(
        "and the same number in Protobuf (proto3); JSON Schema has none, so it is a drop and an add.");
    page.line(
        "Its objects take no other members here, and its int is an integer of `connect.type` int32.");
    page.line("The field that is added has the default 9 in Avro, and none elsewhere.");
    for (WriterChange change : WriterChange.values()) {
      page.line("");
      page.line("### By format: " + change.title());
      page.header(
          "format",
          "where",
          "version",
          "the table",
          "old files",
          "new records",
          "old records after");
      for (MatrixFormat format : MatrixFormat.ALL) {
        for (MatrixPlace place : MatrixPlace.values()) {
          VersionRows.print(
              page,
              List.of(format.title(), place.title()),
              version -> FormatMatrix.run(format, change, place, version).cells());
        }
      }
    }
  }
}
