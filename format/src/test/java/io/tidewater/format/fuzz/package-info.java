/* SPDX-License-Identifier: Apache-2.0 */
/** How long the fuzz tests of all formats run, and from which seed. */
@NullMarked
package io.tidewater.format.fuzz;

import org.jspecify.annotations.NullMarked;
