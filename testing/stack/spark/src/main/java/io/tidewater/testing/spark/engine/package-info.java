/* SPDX-License-Identifier: Apache-2.0 */
/** The side of {@code SparkSql} that runs inside Spark's own JVM. */
@NullMarked
package io.tidewater.testing.spark.engine;

import org.jspecify.annotations.NullMarked;
