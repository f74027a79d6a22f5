/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A real Trino server on Iceberg REST catalogs. {@link io.tidewater.testing.trino.TrinoServer} runs
 * it on a JDK of its own, since Trino needs a newer one than everything else here; queries go over
 * JDBC.
 */
@NullMarked
package io.tidewater.testing.trino;

import org.jspecify.annotations.NullMarked;
