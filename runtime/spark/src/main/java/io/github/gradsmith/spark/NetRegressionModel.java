package io.github.gradsmith.spark;

import static io.github.gradsmith.spark.internal.data.Source.quoted;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.ml.Files;
import io.github.gradsmith.spark.internal.ml.NumberScore;
import io.github.gradsmith.spark.internal.ml.Scorer;
import io.github.gradsmith.spark.internal.ml.Uids;
import io.github.gradsmith.spark.internal.net.Engine;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.RegressionModel;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A trained network that predicts a number: {@link #transform} adds the network's output as {@code
 * prediction}, with the bits of {@code forward}.
 *
 * <p>A saved model is a folder with the weights as {@code data/weights.safetensors}, which the
 * network's own {@code load} takes, too.
 */
public final class NetRegressionModel extends RegressionModel<Vector, NetRegressionModel>
    implements MLWritable {
  private static final long serialVersionUID = 1;

  private String uid;
  private Param<String> network;
  private Scorer scorer;

  private NetRegressionModel() {}

  static NetRegressionModel of(String uid, String network, byte[] weights) {
    NetRegressionModel model = Uids.with(uid, NetRegressionModel::new);
    model.set(model.network(), network);
    model.scorer = new Scorer(network, weights);
    return model;
  }

  @Override
  public String uid() {
    if (uid == null) {
      uid = Uids.next("netr");
    }
    return uid;
  }

  /** The class name of the network's interface. */
  public Param<String> network() {
    if (network == null) {
      network = new Param<>(this, "network", "class name of the network's interface");
    }
    return network;
  }

  /** The weights as a safetensors file; a copy. */
  public byte[] weights() {
    return scorer.weights().clone();
  }

  @Override
  public int numFeatures() {
    return scorer.engine().inputs();
  }

  @Override
  public StructType transformSchema(StructType schema) {
    Columns.requireVector(schema, getFeaturesCol(), "the features");
    Columns.requireFree(schema, getPredictionCol());
    scorer.engine();
    return schema.add(getPredictionCol(), DataTypes.DoubleType);
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    return dataset
        .toDF()
        .withColumn(
            getPredictionCol(),
            udf(new NumberScore(scorer), DataTypes.DoubleType)
                .apply(col(quoted(getFeaturesCol()))));
  }

  @Override
  public double predict(Vector features) {
    return new NumberScore(scorer).call(features);
  }

  static void requireOneOutput(Engine engine) {
    if (engine.outputs() != 1) {
      throw new IllegalArgumentException(
          engine.name()
              + " has "
              + engine.outputs()
              + " outputs, but a prediction is one number: give the last layer one neuron, or use"
              + " Scoring, which keeps all outputs");
    }
  }

  @Override
  public NetRegressionModel copy(ParamMap extra) {
    NetRegressionModel copy = Uids.with(uid(), NetRegressionModel::new);
    copy.scorer = scorer;
    return copyValues(copy, extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        Files files = new Files(sparkSession(), path);
        files.writeMetadata(NetRegressionModel.this);
        files.writeWeights(scorer.weights());
      }
    };
  }

  /** Reads models that {@link #write} wrote. */
  public static MLReader<NetRegressionModel> read() {
    return new MLReader<>() {
      @Override
      public NetRegressionModel load(String path) {
        Files files = new Files(sparkSession(), path);
        Files.Metadata metadata = files.readMetadata();
        NetRegressionModel model = Uids.with(metadata.uid(), NetRegressionModel::new);
        metadata.setParameters(model);
        model.scorer = new Scorer(model.getOrDefault(model.network()), files.readWeights());
        return model;
      }
    };
  }

  /** Reads a model from a folder. */
  public static NetRegressionModel load(String path) {
    return read().load(path);
  }
}
