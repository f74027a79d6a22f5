/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each type of Avro, as the page of types lists them. */
final class AvroTypeSamples {
  /** 2026-03-02T04:05:06.789123456Z. */
  private static final long NANOS = 1_772_424_306_789_123_456L;

  private static final int TIME_MILLIS = ((4 * 60 + 5) * 60 + 6) * 1_000 + 789;
  private static final String ID = "123e4567-e89b-12d3-a456-426614174000";
  private static final String INSTANT = "timestamp '2026-03-02 04:05:06.%s UTC'";
  private static final String CLOCK = "timestamp '2026-03-02 04:05:06.%s'";
  private static final BigInteger DIGITS38 =
      new BigInteger("12345678901234567890123456789012345678");

  private AvroTypeSamples() {}

  static List<TypeSample> all() {
    return Stream.of(plain(), nested(), unions(), numbers(), times())
        .flatMap(List::stream)
        .toList();
  }

  static String schema(List<TypeSample> samples) {
    return samples.stream()
        .map(TypeSample::declaration)
        .collect(Collectors.joining(",", "{'type':'record','name':'Every','fields':[", "]}"))
        .replace('\'', '"');
  }

  private static List<TypeSample> plain() {
    return List.of(
        sample("c_null", "'null'", new Payload()),
        sample("c_boolean", "'boolean'", new Payload().raw(1), Probe.text("c_boolean", "true")),
        sample("c_int", "'int'", new Payload().zigzag(-3), Probe.text("c_int", "-3")),
        sample(
            "c_long",
            "'long'",
            new Payload().zigzag(Long.MIN_VALUE),
            Probe.text("c_long", "-9223372036854775808")),
        sample("c_float", "'float'", new Payload().ieee(1.5f), Probe.equal("c_float", "1.5")),
        sample("c_double", "'double'", new Payload().ieee(2.5), Probe.equal("c_double", "2.5")),
        sample(
            "c_string",
            "'string'",
            new Payload().text("grüß 🌊"),
            Probe.text("c_string", "grüß 🌊")),
        sample(
            "c_bytes", "'bytes'", new Payload().block(0, 255), Probe.equal("c_bytes", "X'00FF'")),
        sample(
            "c_fixed",
            fixed("F", 3, ""),
            new Payload().raw(1, 2, 255),
            Probe.equal("c_fixed", "X'0102FF'")),
        sample(
            "c_enum",
            "{'type':'enum','name':'State','symbols':['NEW','SENT']}",
            new Payload().zigzag(1),
            Probe.text("c_enum", "SENT")));
  }

  private static List<TypeSample> nested() {
    String line =
        "{'type':'record','name':'Line','fields':[{'name':'sku','type':'string'},"
            + "{'name':'price','type':{'type':'bytes','logicalType':'decimal','precision':9,'scale':2}}]}";
    return List.of(
        sample(
            "c_array",
            "{'type':'array','items':['null','int']}",
            new Payload().zigzag(2).zigzag(0).zigzag(1).zigzag(7).zigzag(0),
            Probe.text("element_at(c_array, 2)", "7"),
            Probe.text("element_at(c_array, 1) is null", "true")),
        sample(
            "c_map",
            "{'type':'map','values':{'type':'array','items':'long'}}",
            new Payload().zigzag(1).text("x").zigzag(1).zigzag(5).zigzag(0).zigzag(0),
            Probe.text("element_at(element_at(c_map, 'x'), 1)", "5")),
        sample(
            "c_lines",
            "{'type':'array','items':%s}".formatted(line),
            new Payload().zigzag(1).text("s1").block(0x04, 0xd2).zigzag(0),
            Probe.text("element_at(c_lines, 1).sku", "s1"),
            Probe.text("element_at(c_lines, 1).price", "12.34")),
        new TypeSample(
            field(
                "c_tree",
                "{'type':'record','name':'Tree','fields':[{'name':'v','type':'int'},"
                    + "{'name':'next','type':['null','Tree']}]}"),
            new Payload().zigzag(1).zigzag(1).zigzag(2).zigzag(1).zigzag(3).zigzag(0),
            List.of(Probe.text("c_tree.v", "1")),
            List.of(
                new Probe.Place("c_tree.next", "$.v", "2"),
                new Probe.Place("c_tree.next", "$.next.v", "3"))));
  }

  private static List<TypeSample> unions() {
    return List.of(
        sample(
            "c_absent",
            "['null','string']",
            new Payload().zigzag(0),
            Probe.text("c_absent is null", "true")),
        sample(
            "c_present",
            "['string','null']",
            new Payload().zigzag(0).text("p"),
            Probe.text("c_present", "p")),
        sample(
            "c_alone", "['long']", new Payload().zigzag(0).zigzag(9), Probe.text("c_alone", "9")),
        sample(
            "c_scalars",
            "['null','string','long']",
            new Payload().zigzag(2).zigzag(8),
            Probe.text("c_scalars.long", "8"),
            Probe.text("c_scalars.string is null", "true")),
        sample(
            "c_records",
            "['string',{'type':'record','name':'Circle','fields':[{'name':'radius','type':'double'}]}]",
            new Payload().zigzag(1).ieee(0.5),
            Probe.equal("c_records.circle.radius", "0.5")),
        sample(
            "c_marked",
            "['string',{'type':'record','name':'Nothing','fields':[]}]",
            new Payload().zigzag(1),
            Probe.text("c_marked.branch", "Nothing")));
  }

  private static List<TypeSample> numbers() {
    return List.of(
        sample(
            "c_decimal",
            decimal("'bytes'", 9, 2),
            new Payload().block(0x04, 0xd2),
            Probe.text("c_decimal", "12.34")),
        sample(
            "c_decimal_fixed",
            decimal("'fixed','name':'D','size':4", 9, 2),
            new Payload().raw(255, 255, 251, 46),
            Probe.text("c_decimal_fixed", "-12.34")),
        sample(
            "c_decimal38",
            decimal("'bytes'", 38, 9),
            new Payload().zigzag(DIGITS38.toByteArray().length).raw(DIGITS38.toByteArray()),
            Probe.text("c_decimal38", "12345678901234567890123456789.012345678")),
        sample(
            "c_decimal50",
            decimal("'bytes'", 50, 2),
            new Payload().block(0x04, 0xd2),
            Probe.text("c_decimal50", "12.34")),
        sample(
            "c_big_decimal",
            logical("'bytes'", "big-decimal"),
            new Payload().zigzag(4).block(0x04, 0xd2).zigzag(2),
            Probe.text("c_big_decimal", "12.34")),
        sample(
            "c_uuid",
            logical("'string'", "uuid"),
            new Payload().text(ID),
            Probe.text("c_uuid", ID)),
        sample(
            "c_uuid_fixed",
            fixed("U", 16, ",'logicalType':'uuid'"),
            new Payload().raw(new BigInteger(ID.replace("-", ""), 16).toByteArray()),
            Probe.text("c_uuid_fixed", ID)));
  }

  private static List<TypeSample> times() {
    long micros = NANOS / 1_000;
    long millis = NANOS / 1_000_000;
    return List.of(
        sample(
            "c_date",
            logical("'int'", "date"),
            new Payload().zigzag(20_514),
            Probe.text("c_date", "2026-03-02")),
        time(
            "c_time_millis",
            "'int'",
            "time-millis",
            TIME_MILLIS,
            Probe.text("c_time_millis", "04:05:06.789")),
        time(
            "c_time_micros",
            "'long'",
            "time-micros",
            TIME_MILLIS * 1_000L + 123,
            Probe.text("c_time_micros", "04:05:06.789123")),
        time(
            "c_millis",
            "'long'",
            "timestamp-millis",
            millis,
            Probe.equal("c_millis", INSTANT.formatted("789"))),
        time(
            "c_micros",
            "'long'",
            "timestamp-micros",
            micros,
            Probe.equal("c_micros", INSTANT.formatted("789123"))),
        time(
            "c_nanos",
            "'long'",
            "timestamp-nanos",
            NANOS,
            Probe.text("c_nanos", "2026-03-02T04:05:06.789123456Z")),
        time(
            "c_local_millis",
            "'long'",
            "local-timestamp-millis",
            millis,
            Probe.equal("c_local_millis", CLOCK.formatted("789"))),
        time(
            "c_local_micros",
            "'long'",
            "local-timestamp-micros",
            micros,
            Probe.equal("c_local_micros", CLOCK.formatted("789123"))),
        time(
            "c_local_nanos",
            "'long'",
            "local-timestamp-nanos",
            NANOS,
            Probe.text("c_local_nanos", "2026-03-02T04:05:06.789123456")),
        sample(
            "c_duration",
            fixed("P", 12, ",'logicalType':'duration'"),
            new Payload().raw(14, 0, 0, 0, 3, 0, 0, 0, 250, 0, 0, 0),
            Probe.text("c_duration", "P14M3DT0.250S")));
  }

  private static TypeSample time(
      String name, String type, String meaning, long value, Probe probe) {
    return sample(name, logical(type, meaning), new Payload().zigzag(value), probe);
  }

  private static TypeSample sample(String name, String type, Payload value, Probe... probes) {
    return TypeSample.of(field(name, type), value.bytes(), probes);
  }

  private static String field(String name, String type) {
    return "{'name':'%s','type':%s}".formatted(name, type);
  }

  private static String logical(String type, String meaning) {
    return "{'type':%s,'logicalType':'%s'}".formatted(type, meaning);
  }

  private static String decimal(String type, int precision, int scale) {
    return "{'type':%s,'logicalType':'decimal','precision':%d,'scale':%d}"
        .formatted(type, precision, scale);
  }

  private static String fixed(String name, int size, String more) {
    return "{'type':'fixed','name':'%s','size':%d%s}".formatted(name, size, more);
  }
}
