#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Compares our compaction with Iceberg's rewrite_data_files on Spark; see bench/README.md.
# Needs what bin/tidewater needs: a JDK 17 and Maven. `--help` lists the options.
set -euo pipefail

home=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$home"
if [ "${TIDEWATER_BUILD:-}" != never ]; then
  mvn -q -B -pl bench -am -Dquick -DskipTests package
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "bench/target/classes:bench/target/lib/*" \
  io.tidewater.bench.compaction.CompactionBenchmark "$@"
