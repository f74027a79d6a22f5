/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Payloads that are one text, or just bytes: {@link io.tidewater.format.plain.StringFormat} and
 * {@link io.tidewater.format.plain.BytesFormat}.
 */
@NullMarked
package io.tidewater.format.plain;

import org.jspecify.annotations.NullMarked;
