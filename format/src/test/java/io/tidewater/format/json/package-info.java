/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of JSON from its bytes. */
@NullMarked
package io.tidewater.format.json;

import org.jspecify.annotations.NullMarked;
