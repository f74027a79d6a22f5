/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What runs in Spark's own class loader: it may use Spark, Scala and the JDK, and nothing else. Its
 * classes are packed into a jar of their own and submitted.
 */
@NullMarked
package io.tidewater.compaction.spark.job;

import org.jspecify.annotations.NullMarked;
