/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark.job;

import java.io.Serializable;
import scala.Function2;

/** A function that Spark can send to an executor. */
interface Shipped<A, B, C> extends Function2<A, B, C>, Serializable {}
