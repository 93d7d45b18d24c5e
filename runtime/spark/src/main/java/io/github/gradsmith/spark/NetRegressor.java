package io.github.gradsmith.spark;

import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.data.Source;
import io.github.gradsmith.spark.internal.ml.Files;
import io.github.gradsmith.spark.internal.ml.NetParams;
import io.github.gradsmith.spark.internal.ml.Uids;
import io.github.gradsmith.spark.internal.net.Engine;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.Regressor;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a generated network that predicts a number, as a stage of Spark's pipelines. The network
 * has one output, and the label is what it should be.
 *
 * <pre>{@code
 * NetRegressor price = NetRegressor.of(PriceNet.class)
 *     .setFeaturesCol("features").setLabelCol("price").setRowIdCol("id").setMaxIter(50);
 * NetRegressionModel model = price.fit(rows);
 * }</pre>
 *
 * <p>Order, weights and the two modes are those of {@link NetClassifier}.
 */
public final class NetRegressor extends Regressor<Vector, NetRegressor, NetRegressionModel>
    implements MLWritable {
  private static final long serialVersionUID = 1;

  /** Both are asked for by the superclass's constructor: an initializer would forget them again. */
  private String uid;

  private transient NetParams params;

  /** A regressor without a network, to be set. */
  public NetRegressor() {
    own().setDefaults();
  }

  /**
   * A regressor that trains a network.
   *
   * @param network the interface with {@code @Network}
   */
  public static NetRegressor of(Class<?> network) {
    return new NetRegressor().setNetwork(network.getName());
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
      uid = Uids.next("netr");
    }
    return uid;
  }

  /** The class name of the network's interface; set it by {@code of}. */
  public Param<String> network() {
    return own().network;
  }

  /** Sets {@link #network}. */
  public NetRegressor setNetwork(String value) {
    set(network(), value);
    return this;
  }

  /** Epochs, or steps in exact mode; 100 if it is not set. */
  public IntParam maxIter() {
    return own().maxIter;
  }

  /** Sets {@link #maxIter}. */
  public NetRegressor setMaxIter(int value) {
    set(maxIter(), (Object) value);
    return this;
  }

  /** Rows of a mini-batch in local mode; 32 if it is not set. Exact mode refuses it. */
  public IntParam batchSize() {
    return own().batchSize;
  }

  /** Sets {@link #batchSize}. */
  public NetRegressor setBatchSize(int value) {
    set(batchSize(), (Object) value);
    return this;
  }

  /** The learning rate; 0.01 if it is not set. */
  public DoubleParam stepSize() {
    return own().stepSize;
  }

  /** Sets {@link #stepSize}. */
  public NetRegressor setStepSize(double value) {
    set(stepSize(), (Object) value);
    return this;
  }

  /** What initial weights and the order of rows depend on; 0 if it is not set. */
  public LongParam seed() {
    return own().seed;
  }

  /** Sets {@link #seed}. */
  public NetRegressor setSeed(long value) {
    set(seed(), (Object) value);
    return this;
  }

  /** The column that differs in every row and orders the rows; whole numbers or strings. */
  public Param<String> rowIdCol() {
    return own().rowIdCol;
  }

  /** Sets {@link #rowIdCol}. */
  public NetRegressor setRowIdCol(String value) {
    set(rowIdCol(), value);
    return this;
  }

  /** The column of weights; each row counts 1 if it is not set. */
  public Param<String> weightCol() {
    return own().weightCol;
  }

  /** Sets {@link #weightCol}. */
  public NetRegressor setWeightCol(String value) {
    set(weightCol(), value);
    return this;
  }

  /** The rows that the driver takes at most in local mode; 1,000,000 if it is not set. */
  public IntParam maxLocalRows() {
    return own().maxLocalRows;
  }

  /** Sets {@link #maxLocalRows}. */
  public NetRegressor setMaxLocalRows(int value) {
    set(maxLocalRows(), (Object) value);
    return this;
  }

  /** {@code local}: on the driver; {@code exact}: where the rows are. */
  public Param<String> mode() {
    return own().mode;
  }

  /** Sets {@link #mode}. */
  public NetRegressor setMode(String value) {
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
  public NetRegressor setPartitions(int value) {
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
    NetRegressionModel.requireOneOutput(engine);
    Columns.requireVector(schema, getFeaturesCol(), "the features");
    own().check(schema, engine, source(engine));
    return engine;
  }

  private Source source(Engine engine) {
    return own().source(getFeaturesCol(), getLabelCol(), engine, false);
  }

  @Override
  public NetRegressionModel train(Dataset<?> dataset) {
    Engine engine = prepared(dataset.schema());
    own().train(engine, dataset, source(engine));
    return NetRegressionModel.of(uid(), own().networkName(), engine.save());
  }

  @Override
  public NetRegressor copy(ParamMap extra) {
    return copyValues(Uids.with(uid(), NetRegressor::new), extra);
  }

  @Override
  public MLWriter write() {
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        new Files(sparkSession(), path).writeMetadata(NetRegressor.this);
      }
    };
  }

  /** Reads regressors that {@link #write} wrote. */
  public static MLReader<NetRegressor> read() {
    return new MLReader<>() {
      @Override
      public NetRegressor load(String path) {
        Files.Metadata metadata = new Files(sparkSession(), path).readMetadata();
        NetRegressor stage = Uids.with(metadata.uid(), NetRegressor::new);
        metadata.setParameters(stage);
        return stage;
      }
    };
  }

  /** Reads a regressor from a folder. */
  public static NetRegressor load(String path) {
    return read().load(path);
  }
}
