/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

/**
 * How much may happen at a time.
 *
 * @param tables tables with running tasks
 * @param tasks running tasks, of all tables
 * @param tasksPerTable running tasks of one table; they are of different kinds
 * @param planned tasks that wait; tables are not looked at while there are more
 */
public record Limits(int tables, int tasks, int tasksPerTable, int planned) {}
