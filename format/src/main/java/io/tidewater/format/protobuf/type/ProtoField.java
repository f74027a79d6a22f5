/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

/**
 * A field of a message.
 *
 * @param number what its values are tagged with, and what it keeps when it is renamed
 */
public record ProtoField(
    String name, int number, FieldType type, Cardinality cardinality, FieldTraits traits) {}
