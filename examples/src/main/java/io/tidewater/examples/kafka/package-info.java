/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Everything here that speaks to Kafka, and the only package with Kafka's clients.
 *
 * <p>{@link io.tidewater.examples.kafka.TopicReader} reads where a topic really has records,
 * without looking into them; {@link io.tidewater.examples.kafka.TopicWriter} sends them.
 */
@NullMarked
package io.tidewater.examples.kafka;

import org.jspecify.annotations.NullMarked;
