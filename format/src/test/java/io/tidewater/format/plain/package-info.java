/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of payloads that are one value. */
@NullMarked
package io.tidewater.format.plain;

import org.jspecify.annotations.NullMarked;
