/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

/**
 * Where tables go, and how much of their metadata is kept in memory.
 *
 * @param location where tables go that are created without a location
 * @param cacheBytes how much memory metadata may take, roughly
 */
public record WarehouseSettings(String location, long cacheBytes) {}
