/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Iceberg REST protocol: the only place that knows HTTP.
 *
 * <p>A request comes in at {@code RequestHandler} as Jetty has it and is made a {@link
 * io.tidewater.catalog.http.RestRequest}. The {@code Router} finds the {@link
 * io.tidewater.catalog.http.Route} by the raw path, split at slashes before anything is decoded, so
 * that names can hold slashes, percent signs and the namespace separator. The route's action, in
 * one of the {@code …Routes} classes, reads the body with Iceberg's parsers, calls a service, and
 * answers with a {@link io.tidewater.catalog.http.RestResponse}. Whatever goes wrong on the way,
 * inside or in Jetty itself, is answered by {@code ErrorMapping} in the protocol's one shape.
 *
 * <p>The routes are also what {@code /v1/config} advertises: a route that is there is advertised,
 * and nothing else is.
 */
@NullMarked
package io.tidewater.catalog.http;

import org.jspecify.annotations.NullMarked;
