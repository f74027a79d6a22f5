/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Schemas from the text of {@code .proto} files.
 *
 * <p>Wire's parser reads the text, as it does inside the registry that has accepted it; {@link
 * io.tidewater.format.protobuf.text.ProtoSchemas} finds the imports, resolves the names and leaves
 * the model of {@link io.tidewater.format.protobuf.type}. Nothing outside this package knows the
 * parser, of which only the grammar is used: four jars of 2.9 MB, without the code generators.
 *
 * <p>What the parser does not know is no schema here either: groups and messages that are declared
 * within a group. An edition is read as proto3 ({@link
 * io.tidewater.format.protobuf.text.EditionText}), its features as the options that they are. A
 * schema is text: registries give the Base64 of a descriptor only to who asks for that.
 */
@NullMarked
package io.tidewater.format.protobuf.text;

import org.jspecify.annotations.NullMarked;
