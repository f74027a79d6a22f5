/* SPDX-License-Identifier: Apache-2.0 */
/** The side of {@code SparkSql} that runs inside Spark's own JVM. */
package io.tidewater.testing.spark.engine;
