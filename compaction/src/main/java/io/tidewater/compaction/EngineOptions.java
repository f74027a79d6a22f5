/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.policy.Configuration;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.spark.SparkEngine;
import io.tidewater.compaction.spark.SparkSettings;
import java.nio.file.Path;
import java.util.List;

/** Where data files are rewritten. */
final class EngineOptions {
  static final PolicyOption<Engine> ENGINE =
      PolicyOption.choice(
          "service.engine",
          Engine.LOCAL,
          "Where data files are rewritten: on threads of the service, or on a Spark cluster, whose"
              + " settings stand behind `spark.` as Spark names them, for instance `spark.master`.");

  static final PolicyOption<String> SPARK_SUBMIT =
      PolicyOption.text(
          "service.spark-submit",
          "",
          "The `bin/spark-submit` of a Spark installation, 4.0 or later with Scala 2.13 and Java 17;"
              + " needed for the engine spark.");

  private EngineOptions() {}

  /** The engines that there are. */
  enum Engine {
    LOCAL,
    SPARK
  }

  static List<PolicyOption<?>> all() {
    return List.of(ENGINE, SPARK_SUBMIT);
  }

  /**
   * The engine that a configuration names.
   *
   * @param scratch an existing local folder
   * @throws IllegalArgumentException it is Spark, and nobody says where
   */
  static RewriteEngine engine(Configuration configuration, List<Rewriting> ways, Path scratch) {
    if (configuration.service().get(ENGINE) == Engine.LOCAL) {
      return new LocalEngine(ways, scratch);
    }
    String submit = configuration.service().get(SPARK_SUBMIT);
    if (submit.isEmpty()) {
      throw new IllegalArgumentException(
          "the engine spark needs service.spark-submit, the path of a Spark's bin/spark-submit");
    }
    return new SparkEngine(
        ways,
        new SparkSettings(
            Path.of(submit), configuration.spark(), SparkSettings.ownLibraries(), scratch));
  }
}
