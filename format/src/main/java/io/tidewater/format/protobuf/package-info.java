/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Protobuf messages as records, straight from their bytes.
 *
 * <p>{@link io.tidewater.format.protobuf.ProtobufFormat} reads the frame and keeps one {@link
 * io.tidewater.format.protobuf.ProtobufWriterSchema} per message of each schema. Below: {@code
 * text} reads a schema's text into the model of {@code type}; {@code mapping} says which columns
 * its messages need, and compiles plans; {@code plan} holds the nodes of these, which find values
 * in bytes by {@code wire}. {@code wire} knows no schema, {@code type} no bytes.
 */
@NullMarked
package io.tidewater.format.protobuf;

import org.jspecify.annotations.NullMarked;
