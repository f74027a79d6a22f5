/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Protobuf messages as Iceberg types, and the plans that read them.
 *
 * <p>{@link io.tidewater.format.protobuf.mapping.Shapes} walks a message for the columns that it
 * needs: a tree of {@link io.tidewater.format.protobuf.mapping.Shape}s. {@link
 * io.tidewater.format.protobuf.mapping.PlanCompiler} walks that tree beside a table and leaves the
 * nodes of {@link io.tidewater.format.protobuf.plan}. Messages that mean something of their own,
 * such as a timestamp, are {@link io.tidewater.format.protobuf.mapping.WellKnownType}s.
 */
@NullMarked
package io.tidewater.format.protobuf.mapping;

import org.jspecify.annotations.NullMarked;
