/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Spark SQL in local mode on an Iceberg REST catalog, in a JVM of its own, so that Spark's jars
 * stay off everybody else's class path.
 *
 * <p>{@link io.tidewater.testing.spark.SparkSql} keeps a session open and speaks to it in lines of
 * JSON. The other side, a program of one class that is compiled against Spark at first use, lies
 * with the POM of the jars in {@code testing/stack/spark}.
 */
@NullMarked
package io.tidewater.testing.spark;

import org.jspecify.annotations.NullMarked;
