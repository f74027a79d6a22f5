/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * The driver: one Spark task for each file group. A task that is lost with its executor is run
 * again by Spark; what it had written is nobody's.
 */
public final class RewriteJob {
  private RewriteJob() {}

  /**
   * @param arguments the {@link WorkFolder}, and the names of our libraries among the files that
   *     were submitted
   */
  public static void main(String[] arguments) throws IOException {
    Tether.tie();
    WorkFolder folder = new WorkFolder(Path.of(arguments[0]));
    List<String> libraries = List.of(Arrays.copyOfRange(arguments, 1, arguments.length));
    try (JavaSparkContext spark = new JavaSparkContext()) {
      run(spark, folder, libraries);
    }
  }

  private static void run(JavaSparkContext spark, WorkFolder folder, List<String> libraries)
      throws IOException {
    List<byte[]> groups = folder.groups();
    Broadcast<byte[]> work = spark.broadcast(Files.readAllBytes(folder.work()));
    JavaRDD<byte[]> tasks = spark.parallelize(groups, groups.size());
    String application = spark.sc().applicationId();
    Shipped<TaskContext, Iterator<byte[]>, byte[]> rewrite =
        (context, group) ->
            Libraries.open(libraries)
                .rewrite(work.value(), group.next(), application + "-" + context.taskAttemptId());
    Shipped<Object, byte[], BoxedUnit> keep =
        (index, result) -> {
          put(folder, (Integer) index, result);
          return BoxedUnit.UNIT;
        };
    List<Object> all = IntStream.range(0, groups.size()).<Object>mapToObj(i -> i).toList();
    ClassTag<byte[]> bytes = ClassTag$.MODULE$.apply(byte[].class);
    SparkContext context = spark.sc();
    context.runJob(tasks.rdd(), rewrite, CollectionConverters.asScala(all).toSeq(), keep, bytes);
  }

  private static void put(WorkFolder folder, int index, byte[] result) {
    try {
      folder.putResult(index, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
