/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** How a message is read that is one value. */
interface MessageValue {
  /**
   * Makes the reader of an indexed message.
   *
   * @param column the type of the table's column
   * @param receiver told one value of that type
   */
  SlotDecoder into(Type column, ValueVisitor receiver);
}
