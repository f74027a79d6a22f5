/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.config.DeadLetterOptions;
import io.tidewater.connector.deadletter.DeadLetterTables;
import io.tidewater.connector.reject.Rejections;

/**
 * Where the bad records of a task go.
 *
 * @param tables the dead-letter tables, for when the options choose them
 * @param rejections carries out what Connect's options say, for when they do not
 */
public record BadRecordPolicy(
    DeadLetterOptions options, DeadLetterTables tables, Rejections rejections) {}
