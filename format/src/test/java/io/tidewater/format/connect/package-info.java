/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of Connect data, and the generator of its page in the docs. */
@NullMarked
package io.tidewater.format.connect;

import org.jspecify.annotations.NullMarked;
