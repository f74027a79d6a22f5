/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a Protobuf schema says, as far as reading messages needs it: a {@link
 * io.tidewater.format.protobuf.type.ProtoSchema} is a file with all that it imports, every name
 * resolved, whatever the text was written in.
 */
@NullMarked
package io.tidewater.format.protobuf.type;

import org.jspecify.annotations.NullMarked;
