/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewater.testing.registry.ProducerSchema;
import io.tidewater.testing.registry.RegistryClient;
import io.tidewater.testing.registry.WireFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One record of a format, with a field of each of its types.
 *
 * @param schema what a producer registers, if the format has schemas
 * @param payload the record's bytes without the schema's id
 */
record TypeSamples(
    String format, @Nullable ProducerSchema schema, Payload payload, List<TypeSample> samples) {
  static List<TypeSamples> all() {
    return List.of(avro(), protobuf(), jsonSchema(), json());
  }

  static TypeSamples avro() {
    List<TypeSample> samples = AvroTypeSamples.all();
    ProducerSchema schema = ProducerSchema.avro(AvroTypeSamples.schema(samples));
    return new TypeSamples("avro", schema, joined(samples, ""), samples);
  }

  private static TypeSamples protobuf() {
    List<TypeSample> samples = ProtobufTypeSamples.all();
    ProducerSchema schema = ProducerSchema.protobuf(ProtobufTypeSamples.schema(samples));
    return new TypeSamples("protobuf", schema, joined(samples, ""), samples);
  }

  private static TypeSamples jsonSchema() {
    List<TypeSample> samples = JsonSchemaTypeSamples.all();
    ProducerSchema schema = ProducerSchema.json(JsonSchemaTypeSamples.schema(samples));
    return new TypeSamples("json-schema", schema, object(samples), samples);
  }

  private static TypeSamples json() {
    List<TypeSample> samples = JsonTypeSamples.all();
    return new TypeSamples("json", null, object(samples), samples);
  }

  /** The record's value, behind the id under which its schema, if any, gets registered. */
  byte[] value(String topic, RegistryClient producer) {
    if (schema == null) {
      return payload.bytes();
    }
    int id = producer.register(topic + "-value", schema);
    return format.equals("protobuf")
        ? WireFormat.frame(id, List.of(0), payload.bytes())
        : WireFormat.frame(id, payload.bytes());
  }

  /** What engines must say of the record in a table of a format version. */
  List<Probe> probes(int formatVersion) {
    return samples.stream()
        .flatMap(
            sample ->
                Stream.concat(
                    sample.probes().stream(),
                    sample.places().stream().map(place -> Probe.within(place, formatVersion))))
        .toList();
  }

  @Override
  public String toString() {
    return format;
  }

  private static Payload object(List<TypeSample> members) {
    return new Payload()
        .raw("{".getBytes(UTF_8))
        .raw(joined(members, ",").bytes())
        .raw("}".getBytes(UTF_8));
  }

  private static Payload joined(List<TypeSample> samples, String separator) {
    Payload joined = new Payload();
    for (TypeSample sample : samples) {
      joined.raw(joined.bytes().length == 0 ? new byte[0] : separator.getBytes(UTF_8));
      joined.raw(sample.value().bytes());
    }
    return joined;
  }
}
