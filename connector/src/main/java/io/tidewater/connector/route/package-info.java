/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which tables a record belongs to.
 *
 * <p>A {@link io.tidewater.connector.route.Router} answers with a {@link
 * io.tidewater.connector.route.Route}: the tables, or the reason why there is none. There are four
 * ways to route, of which a connector uses one:
 *
 * <ul>
 *   <li>{@link io.tidewater.connector.route.TopicRouter}: a template turns the topic's name into
 *       the table's; overrides by regex come first;
 *   <li>{@link io.tidewater.connector.route.FixedRouter}: every record goes to every table of a
 *       list;
 *   <li>{@link io.tidewater.connector.route.PatternRouter}: a field of the record is matched
 *       against one regex per table;
 *   <li>{@link io.tidewater.connector.route.DynamicRouter}: a field of the record names the table.
 * </ul>
 *
 * <p>{@link io.tidewater.connector.route.RenamedTopicRouter} wraps any of them where a transform
 * may rename topics. Everything here is a pure function of its arguments.
 */
@NullMarked
package io.tidewater.connector.route;

import org.jspecify.annotations.NullMarked;
