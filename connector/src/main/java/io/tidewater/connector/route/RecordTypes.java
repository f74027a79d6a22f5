/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import org.apache.kafka.connect.sink.SinkRecord;

/** Knows the types of records, for routers that route by them. */
public interface RecordTypes {
  /** The full name of the type of a record's value; empty if it has none. */
  String nameOf(SinkRecord record);
}
