/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * When what is staged for a table is committed: as soon as one of these is reached.
 *
 * @param interval the time since the oldest record that is not committed
 * @param bytes the size of the data files, if it counts
 * @param records the number of records, if it counts
 */
public record Cadence(Duration interval, OptionalLong bytes, OptionalLong records) {}
