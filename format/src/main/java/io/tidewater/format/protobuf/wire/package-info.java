/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Protobuf's encoding, without a schema: tags, varints, lengths and groups, and where in a message
 * the fields stand that somebody wants.
 *
 * <p>Bytes come from anybody. A length is compared with what is left before anything is made of it,
 * nesting has a bound, and each byte is looked at a bounded number of times.
 */
@NullMarked
package io.tidewater.format.protobuf.wire;

import org.jspecify.annotations.NullMarked;
