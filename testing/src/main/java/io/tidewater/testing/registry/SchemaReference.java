/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

/**
 * A schema that another one refers to.
 *
 * @param name how the other one calls it: an Avro full name, a Protobuf import, a JSON Schema URI
 */
public record SchemaReference(String name, String subject, int version) {}
