/* SPDX-License-Identifier: Apache-2.0 */
/** What a query engine answers, whichever it is: rows in memory, and as a table for people. */
@NullMarked
package io.tidewater.testing.query;

import org.jspecify.annotations.NullMarked;
