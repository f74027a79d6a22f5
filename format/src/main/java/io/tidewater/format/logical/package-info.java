/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What plain numbers and texts mean whose schema says more than their type: days, times of day,
 * wall clocks and instants in every unit. Each is defined once, for every format that has it.
 */
@NullMarked
package io.tidewater.format.logical;

import org.jspecify.annotations.NullMarked;
