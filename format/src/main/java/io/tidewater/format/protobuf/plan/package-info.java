/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The nodes of a compiled plan for Protobuf messages.
 *
 * <p>A {@link io.tidewater.format.protobuf.plan.MessageDecoder} walks over the bytes of a message
 * and notes where its fields stand, then asks for them in the order of the plan. A {@link
 * io.tidewater.format.protobuf.plan.SlotDecoder} is asked for one field, whether it stands there or
 * not; a {@link io.tidewater.format.protobuf.plan.ValueDecoder} for one value. Each is bound to the
 * visitor that it tells. Nodes hold nothing between two records.
 */
@NullMarked
package io.tidewater.format.protobuf.plan;

import org.jspecify.annotations.NullMarked;
