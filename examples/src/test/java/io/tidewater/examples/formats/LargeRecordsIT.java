/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records of ten megabytes, and schemas of five thousand fields. */
@ExtendWith(SharedFormatServers.class)
class LargeRecordsIT {
  private static final int BYTES = 10 * 1024 * 1024;
  private static final int FIELDS = 5_000;
  private static FormatServers servers;

  @BeforeAll
  static void use(FormatServers shared) {
    servers = shared;
  }

  @Test
  void takesARecordOfTenMegabytes() {
    String topic = "large.bytes";
    servers
        .sink()
        .topics()
        .create(topic, 1, Map.of("max.message.bytes", Integer.toString(2 * BYTES)));
    servers.create(
        topic,
        "avro",
        Map.of("consumer.override.max.partition.fetch.bytes", Integer.toString(2 * BYTES)));
    int id =
        servers
            .producer()
            .registerAvro(
                topic + "-value",
                "{\"type\":\"record\",\"name\":\"Text\",\"fields\":["
                    + "{\"name\":\"text\",\"type\":\"string\"}]}");
    for (int number = 0; number < 3; number++) {
      servers.send(
          topic, 0, id, new Payload().text(Integer.toString(number).repeat(BYTES)).bytes());
    }

    assertThat(servers.sink().tables().await(topic, 3))
        .extracting(row -> ((String) row.getField("text")).length())
        .containsOnly(BYTES);
  }

  @Test
  void takesASchemaOfFiveThousandFields() {
    String topic = "large.schema";
    servers.sink().topics().create(topic, 1);
    servers.create(topic, "avro", Map.of());
    String fields =
        IntStream.range(0, FIELDS)
            .mapToObj(field -> "{\"name\":\"f" + field + "\",\"type\":\"long\"}")
            .collect(Collectors.joining(","));
    int id =
        servers
            .producer()
            .registerAvro(
                topic + "-value",
                "{\"type\":\"record\",\"name\":\"Wide\",\"fields\":[" + fields + "]}");
    for (int number = 0; number < 5; number++) {
      Payload payload = new Payload();
      for (int field = 0; field < FIELDS; field++) {
        payload.zigzag((long) field * number);
      }
      servers.send(topic, 0, id, payload.bytes());
    }

    Record row = servers.sink().tables().await(topic, 5).get(4);

    assertThat(row.getField("f4999")).isEqualTo(4_999L * 4);
    assertThat(row.struct().fields()).hasSizeGreaterThan(FIELDS);
  }
}
