/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A real Kafka broker in KRaft mode, and the topics in it. {@link
 * io.tidewater.testing.kafka.KafkaBroker} runs the process; {@link
 * io.tidewater.testing.kafka.Topics} creates, grows, truncates and deletes topics.
 */
@NullMarked
package io.tidewater.testing.kafka;

import org.jspecify.annotations.NullMarked;
