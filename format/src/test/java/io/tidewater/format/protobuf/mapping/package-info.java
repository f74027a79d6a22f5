/* SPDX-License-Identifier: Apache-2.0 */
/** What the mapping of Protobuf is, as a page says it. */
@NullMarked
package io.tidewater.format.protobuf.mapping;

import org.jspecify.annotations.NullMarked;
