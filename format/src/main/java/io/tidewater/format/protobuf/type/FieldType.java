/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

/** What a field holds, or each of its elements. */
public sealed interface FieldType permits ScalarKind, EnumType, MessageReference, MapType {}
