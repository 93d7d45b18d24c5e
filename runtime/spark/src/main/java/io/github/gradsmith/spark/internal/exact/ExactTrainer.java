package io.github.gradsmith.spark.internal.exact;

import io.github.gradsmith.spark.internal.data.Source;
import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.spark.internal.net.Group;
import io.github.gradsmith.training.BlockGradient;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/** One step is one pass over all rows; a step's tasks are pure functions of weights and rows. */
public final class ExactTrainer {
  private final Engine engine;
  private final int groupBlocks;
  private final int partitions;

  /**
   * Trains a network, which the driver keeps.
   *
   * @param groupBlocks blocks of a group, a power of 2
   * @param partitions tasks of a step
   */
  public ExactTrainer(Engine engine, int groupBlocks, int partitions) {
    this.engine = engine;
    this.groupBlocks = groupBlocks;
    this.partitions = partitions;
  }

  /**
   * Refuses networks of which the gradient depends on more than weights and rows.
   *
   * @throws IllegalArgumentException if it has dropout
   */
  public static void requireExact(Engine engine) {
    if (engine.topology().layers().stream().anyMatch(layer -> layer.kind().equals("DROPOUT"))) {
      throw new IllegalArgumentException(
          engine.name()
              + " has dropout, whose masks belong to mini-batches of one machine: train it with"
              + " setMode(\"local\")");
    }
  }

  /** Makes so many steps of one rate. */
  public void train(Dataset<?> table, Source source, int steps, double rate) {
    requireExact(engine);
    BlockGradient blocks = BlockGradient.groupsOf(groupBlocks);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(table.sparkSession().sparkContext());
    JavaRDD<Group> groups =
        new Groups(engine.name(), source, groupBlocks)
            .of(table, partitions)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      for (int step = 0; step < steps; step++) {
        Broadcast<byte[]> weights = context.broadcast(engine.save());
        GroupTask task =
            new GroupTask(engine.name(), weights, groupBlocks, engine.topology().kernels());
        List<BlockGradient.Part> parts = groups.mapPartitions(task).collect();
        weights.destroy();
        if (parts.isEmpty()) {
          throw new IllegalArgumentException("the table has no rows of a weight above 0");
        }
        requireFinite(engine.step(blocks, parts, rate), step);
      }
    } finally {
      groups.unpersist();
    }
  }

  private static void requireFinite(double loss, int step) {
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException(
          "the loss of step " + (step + 1) + " is " + loss + ": lower stepSize, scale the rows");
    }
  }
}
