/* SPDX-License-Identifier: Apache-2.0 */
/** What the sections of a generated page of {@code docs/} are printed with. */
@NullMarked
package io.tidewater.format.page;

import org.jspecify.annotations.NullMarked;
