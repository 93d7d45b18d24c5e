package io.github.gradsmith.spark;

import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.data.Source;
import io.github.gradsmith.spark.internal.ml.Files;
import io.github.gradsmith.spark.internal.ml.NetParams;
import io.github.gradsmith.spark.internal.ml.Uids;
import io.github.gradsmith.spark.internal.net.Engine;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a generated network that tells classes apart, as a stage of Spark's pipelines.
 *
 * <pre>{@code
 * NetClassifier iris = NetClassifier.of(IrisNet.class)
 *     .setFeaturesCol("features").setLabelCol("label").setRowIdCol("id")
 *     .setMaxIter(50).setBatchSize(32).setStepSize(0.01).setSeed(1);
 * PipelineModel model = new Pipeline().setStages(new PipelineStage[] {assembler, iris}).fit(rows);
 * }</pre>
 *
 * <p>A network of K outputs has the classes 0 to K − 1; one of a single output has 0 and 1, and its
 * output is the probability of 1. The column {@code rowIdCol} must be set: a table has no order,
 * and without one the same rows would give other bits each time. Rows of weight 0 are left out.
 *
 * <p>In the mode {@code local}, which is the default, the driver collects the rows in the order of
 * their ids and trains as {@link io.github.gradsmith.training.Fit} does, with its bits. In the mode
 * {@code exact} rows stay on the executors; each step is one pass over all of them and has the bits
 * of {@link io.github.gradsmith.training.BlockGradient} on one machine, for any number of
 * partitions, retries and executors lost. {@code batchSize} is refused there.
 */
public final class NetClassifier
    extends ProbabilisticClassifier<Vector, NetClassifier, NetClassificationModel>
    implements MLWritable {
  private static final long serialVersionUID = 1;

  /** Both are asked for by the superclass's constructor: an initializer would forget them again. */
  private String uid;

  private transient NetParams params;

  /** A classifier without a network, to be set. */
  public NetClassifier() {
    own().setDefaults();
  }

  /**
   * A classifier that trains a network.
   *
   * @param network the interface with {@code @Network}
   */
  public static NetClassifier of(Class<?> network) {
    return new NetClassifier().setNetwork(network.getName());
  }

  private NetParams own() {
    if (params == null) {
      params = new NetParams(this);
    }
    return params;
  }

  @Override
  public String uid() {
    if (uid == null) {
      uid = Uids.next("netc");
    }
    return uid;
  }

  /** The class name of the network's interface; set it by {@code of}. */
  public Param<String> network() {
    return own().network;
  }

  /** Sets {@link #network}. */
  public NetClassifier setNetwork(String value) {
    set(network(), value);
    return this;
  }

  /** Epochs, or steps in exact mode; 100 if it is not set. */
  public IntParam maxIter() {
    return own().maxIter;
  }

  /** Sets {@link #maxIter}. */
  public NetClassifier setMaxIter(int value) {
    set(maxIter(), (Object) value);
    return this;
  }

  /** Rows of a mini-batch in local mode; 32 if it is not set. Exact mode refuses it. */
  public IntParam batchSize() {
    return own().batchSize;
  }

  /** Sets {@link #batchSize}. */
  public NetClassifier setBatchSize(int value) {
    set(batchSize(), (Object) value);
    return this;
  }

  /** The learning rate; 0.01 if it is not set. */
  public DoubleParam stepSize() {
    return own().stepSize;
  }

  /** Sets {@link #stepSize}. */
  public NetClassifier setStepSize(double value) {
    set(stepSize(), (Object) value);
    return this;
  }

  /** What initial weights and the order of rows depend on; 0 if it is not set. */
  public LongParam seed() {
    return own().seed;
  }

  /** Sets {@link #seed}. */
  public NetClassifier setSeed(long value) {
    set(seed(), (Object) value);
    return this;
  }

  /** The column that differs in every row and orders the rows; whole numbers or strings. */
  public Param<String> rowIdCol() {
    return own().rowIdCol;
  }

  /** Sets {@link #rowIdCol}. */
  public NetClassifier setRowIdCol(String value) {
    set(rowIdCol(), value);
    return this;
  }

  /** The column of weights; each row counts 1 if it is not set. */
  public Param<String> weightCol() {
    return own().weightCol;
  }

  /** Sets {@link #weightCol}. */
  public NetClassifier setWeightCol(String value) {
    set(weightCol(), value);
    return this;
  }

  /** The rows that the driver takes at most in local mode; 1,000,000 if it is not set. */
  public IntParam maxLocalRows() {
    return own().maxLocalRows;
  }

  /** Sets {@link #maxLocalRows}. */
  public NetClassifier setMaxLocalRows(int value) {
    set(maxLocalRows(), (Object) value);
    return this;
  }

  /** {@code local}: on the driver; {@code exact}: where the rows are. */
  public Param<String> mode() {
    return own().mode;
  }

  /** Sets {@link #mode}. */
  public NetClassifier setMode(String value) {
    set(mode(), value);
    return this;
  }

  /**
   * Tasks of a step in exact mode; the cluster's default parallelism if it is not set. It changes
   * no bit.
   */
  public IntParam partitions() {
    return own().partitions;
  }

  /** Sets {@link #partitions}. */
  public NetClassifier setPartitions(int value) {
    set(partitions(), (Object) value);
    return this;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    prepared(schema);
    return super.transformSchema(schema);
  }

  private Engine prepared(StructType schema) {
    Engine engine = own().create();
    Columns.requireVector(schema, getFeaturesCol(), "the features");
    own().check(schema, engine, source(engine));
    return engine;
  }

  private Source source(Engine engine) {
    return own().source(getFeaturesCol(), getLabelCol(), engine, true);
  }

  @Override
  public NetClassificationModel train(Dataset<?> dataset) {
    Engine engine = prepared(dataset.schema());
    own().train(engine, dataset, source(engine));
    return NetClassificationModel.of(uid(), own().networkName(), engine.save());
  }

  @Override
  public NetClassifier copy(ParamMap extra) {
    return copyValues(Uids.with(uid(), NetClassifier::new), extra);
  }

  @Override
  public MLWriter write() {
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        new Files(sparkSession(), path).writeMetadata(NetClassifier.this);
      }
    };
  }

  /** Reads classifiers that {@link #write} wrote. */
  public static MLReader<NetClassifier> read() {
    return new MLReader<>() {
      @Override
      public NetClassifier load(String path) {
        Files.Metadata metadata = new Files(sparkSession(), path).readMetadata();
        NetClassifier stage = Uids.with(metadata.uid(), NetClassifier::new);
        metadata.setParameters(stage);
        return stage;
      }
    };
  }

  /** Reads a classifier from a folder. */
  public static NetClassifier load(String path) {
    return read().load(path);
  }
}
