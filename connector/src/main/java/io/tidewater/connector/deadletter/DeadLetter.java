/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.connector.reject.Misfit;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record to be kept aside.
 *
 * @param misfit why it could not become a row
 */
public record DeadLetter(SinkRecord record, Misfit misfit) {}
