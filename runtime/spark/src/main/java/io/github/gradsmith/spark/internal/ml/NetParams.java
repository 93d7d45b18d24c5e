package io.github.gradsmith.spark.internal.ml;

import io.github.gradsmith.spark.internal.data.Source;
import io.github.gradsmith.spark.internal.data.Trainer;
import io.github.gradsmith.spark.internal.exact.ExactTrainer;
import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.training.Fit;
import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/** The parameters of training, which classifier and regressor share. */
public final class NetParams {
  /** Blocks of a group in exact mode: large tables send few sums to the driver. */
  private static final int GROUP_BLOCKS = 64;

  /** The name of the network's interface. */
  public final Param<String> network;

  /** Epochs; steps in exact mode. */
  public final IntParam maxIter;

  /** Rows of a mini-batch. */
  public final IntParam batchSize;

  /** The learning rate. */
  public final DoubleParam stepSize;

  /** What initial weights and the order of rows depend on. */
  public final LongParam seed;

  /** The column that orders the rows. */
  public final Param<String> rowIdCol;

  /** The column of weights, or empty. */
  public final Param<String> weightCol;

  /** The rows that the driver takes. */
  public final IntParam maxLocalRows;

  /** Where training happens. */
  public final Param<String> mode;

  /** Tasks of a step in exact mode, or 0. */
  public final IntParam partitions;

  private final Params owner;

  /** The parameters of a stage. */
  public NetParams(Params owner) {
    this.owner = owner;
    network = new Param<>(owner, "network", "class name of the network's interface");
    maxIter =
        new IntParam(owner, "maxIter", "epochs; in exact mode steps", ParamValidators.gtEq(1));
    batchSize =
        new IntParam(
            owner, "batchSize", "rows of a mini-batch, local mode only", ParamValidators.gtEq(1));
    stepSize = new DoubleParam(owner, "stepSize", "learning rate", ParamValidators.gt(0));
    seed = new LongParam(owner, "seed", "seed of initial weights and the order of rows");
    rowIdCol =
        new Param<>(owner, "rowIdCol", "column that differs in every row and orders the rows");
    weightCol = new Param<>(owner, "weightCol", "column of weights; empty: each row counts 1");
    maxLocalRows =
        new IntParam(
            owner, "maxLocalRows", "rows that the driver takes at most", ParamValidators.gtEq(1));
    mode =
        new Param<>(
            owner,
            "mode",
            "local: on the driver; exact: where the rows are",
            ParamValidators.inArray(List.of("local", "exact")));
    partitions =
        new IntParam(
            owner,
            "partitions",
            "tasks of a step in exact mode; 0: the cluster's default parallelism",
            ParamValidators.gtEq(0));
  }

  /** Sets what need not be given. */
  public void setDefaults() {
    owner.setDefault(maxIter, (Object) 100);
    owner.setDefault(batchSize, (Object) 32);
    owner.setDefault(stepSize, (Object) 0.01);
    owner.setDefault(seed, (Object) 0L);
    owner.setDefault(rowIdCol, "");
    owner.setDefault(weightCol, "");
    owner.setDefault(maxLocalRows, (Object) 1_000_000);
    owner.setDefault(mode, "local");
    owner.setDefault(partitions, (Object) 0);
  }

  /** The name of the network's interface. */
  public String networkName() {
    return owner.getOrDefault(network);
  }

  private int number(IntParam param) {
    return (Integer) owner.getOrDefault(param);
  }

  /** A network with initial weights, for training. */
  public Engine create() {
    Engine engine = Engine.create(networkName(), (Long) owner.getOrDefault(seed));
    engine.requireTrainable();
    return engine;
  }

  /**
   * Refuses tables and parameters that do not go together, before any job.
   *
   * @throws IllegalArgumentException that names the column or the parameter
   */
  public void check(StructType schema, Engine engine, Source source) {
    source.requireIn(schema);
    if (owner.getOrDefault(mode).equals("exact")) {
      if (owner.isSet(batchSize)) {
        throw new IllegalArgumentException(
            "batchSize is set, but a step of exact mode is one pass over all rows: clear it, or"
                + " setMode(\"local\")");
      }
      ExactTrainer.requireExact(engine);
    }
  }

  /** The columns to learn from. */
  public Source source(String features, String label, Engine engine, boolean classifies) {
    return new Source(
        features,
        label,
        owner.getOrDefault(weightCol),
        owner.getOrDefault(rowIdCol),
        engine.outputs(),
        classifies);
  }

  /** Trains the network on the rows of a table. */
  public void train(Engine engine, Dataset<?> table, Source source) {
    double rate = (Double) owner.getOrDefault(stepSize);
    if (owner.getOrDefault(mode).equals("exact")) {
      int tasks = number(partitions);
      if (tasks == 0) {
        tasks = table.sparkSession().sparkContext().defaultParallelism();
      }
      new ExactTrainer(engine, GROUP_BLOCKS, tasks).train(table, source, number(maxIter), rate);
      return;
    }
    Fit fit =
        Fit.epochs(number(maxIter))
            .batchSize(number(batchSize))
            .learningRate(rate)
            .seed((Long) owner.getOrDefault(seed));
    Trainer.train(engine, table, source, number(maxLocalRows), fit);
  }
}
