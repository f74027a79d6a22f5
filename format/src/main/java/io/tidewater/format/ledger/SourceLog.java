/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/**
 * A source partition as Kafka has it now.
 *
 * @param topic the topic's current id
 * @param start the first offset that the log still has
 * @param end the offset of the next record to be written
 */
public record SourceLog(TopicId topic, long start, long end) {}
