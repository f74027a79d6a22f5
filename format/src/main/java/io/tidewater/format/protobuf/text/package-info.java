/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Schemas from the text of {@code .proto} files.
 *
 * <p>Wire's parser reads the text, as it does inside the registry that has accepted it; {@link
 * io.tidewater.format.protobuf.text.ProtoSchemas} finds the imports, resolves the names and leaves
 * the model of {@link io.tidewater.format.protobuf.type}. Nothing outside this package knows the
 * parser.
 */
@NullMarked
package io.tidewater.format.protobuf.text;

import org.jspecify.annotations.NullMarked;
