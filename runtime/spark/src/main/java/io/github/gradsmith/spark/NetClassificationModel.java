package io.github.gradsmith.spark;

import static io.github.gradsmith.spark.internal.data.Source.quoted;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.ml.ClassScores;
import io.github.gradsmith.spark.internal.ml.Files;
import io.github.gradsmith.spark.internal.ml.Scorer;
import io.github.gradsmith.spark.internal.ml.Uids;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Tuple3;

/**
 * A trained network that tells classes apart. {@link #transform} adds the weighted sums of the last
 * layer as {@code rawPrediction}, the outputs as {@code probability}, with the bits of {@code
 * forward}, and the class of the largest one as {@code prediction}; a column whose name is set to
 * the empty string is left out. With SIMD kernels {@code rawPrediction} costs a second pass.
 *
 * <p>Of a network with one output a, probabilities are 1 − a and a, and raw predictions −z and z.
 *
 * <p>A saved model is a folder with the weights as {@code data/weights.safetensors}, which the
 * network's own {@code load} takes, too.
 */
public final class NetClassificationModel
    extends ProbabilisticClassificationModel<Vector, NetClassificationModel> implements MLWritable {
  private static final long serialVersionUID = 1;

  private String uid;
  private Param<String> network;
  private Scorer scorer;

  private NetClassificationModel() {}

  static NetClassificationModel of(String uid, String network, byte[] weights) {
    NetClassificationModel model = Uids.with(uid, NetClassificationModel::new);
    model.set(model.network(), network);
    model.scorer = new Scorer(network, weights);
    return model;
  }

  @Override
  public String uid() {
    if (uid == null) {
      uid = Uids.next("netc");
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
  public int numClasses() {
    return Math.max(2, scorer.engine().outputs());
  }

  @Override
  public int numFeatures() {
    return scorer.engine().inputs();
  }

  @Override
  public StructType transformSchema(StructType schema) {
    Columns.requireVector(schema, getFeaturesCol(), "the features");
    scorer.engine();
    StructType result = schema;
    for (String name : List.of(getRawPredictionCol(), getProbabilityCol(), getPredictionCol())) {
      if (!name.isEmpty()) {
        Columns.requireFree(result, name);
        result = result.add(name, type(name));
      }
    }
    return result;
  }

  private DataType type(String name) {
    return ClassScores.TYPE.apply(name.equals(getPredictionCol()) ? 2 : 1).dataType();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    boolean raw = !getRawPredictionCol().isEmpty();
    double[] thresholds = isDefined(thresholds()) ? getThresholds() : null;
    String scored = uid() + "__scored";
    Dataset<Row> rows =
        dataset
            .toDF()
            .withColumn(
                scored,
                udf(new ClassScores(scorer, raw, thresholds), ClassScores.TYPE)
                    .apply(col(quoted(getFeaturesCol()))));
    List<Column> columns = new ArrayList<>();
    for (String name : dataset.columns()) {
      columns.add(col(quoted(name)));
    }
    add(columns, scored, "raw", getRawPredictionCol());
    add(columns, scored, "probability", getProbabilityCol());
    add(columns, scored, "prediction", getPredictionCol());
    return rows.select(columns.toArray(Column[]::new));
  }

  private static void add(List<Column> columns, String scored, String field, String name) {
    if (!name.isEmpty()) {
      columns.add(col(quoted(scored)).getField(field).as(name));
    }
  }

  @Override
  public Vector predictProbability(Vector features) {
    double[] a = new double[scorer.engine().outputs()];
    scorer.engine().forward(features.toArray(), a);
    return Vectors.dense(a.length == 1 ? new double[] {1 - a[0], a[0]} : a);
  }

  @Override
  public Vector predictRaw(Vector features) {
    double[] z = new double[scorer.engine().outputs()];
    scorer.engine().trace(features.toArray(), z, new double[z.length]);
    return Vectors.dense(z.length == 1 ? new double[] {-z[0], z[0]} : z);
  }

  @Override
  public double predict(Vector features) {
    double[] thresholds = isDefined(thresholds()) ? getThresholds() : null;
    return ClassScores.prediction(predictProbability(features).toArray(), thresholds);
  }

  /**
   * Not here: the last activation may be any function, and the network computes it itself.
   *
   * @throws UnsupportedOperationException always; {@link #predictProbability} has probabilities
   */
  @Override
  public Vector raw2probabilityInPlace(Vector rawPrediction) {
    throw new UnsupportedOperationException(
        "weighted sums are not turned into probabilities outside the network: call"
            + " predictProbability");
  }

  /** Inherited twice with one signature, which javac refuses unless the raw type stands here. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  @Override
  public Tuple3 findSummaryModel() {
    return super.findSummaryModel();
  }

  @Override
  public NetClassificationModel copy(ParamMap extra) {
    NetClassificationModel copy = Uids.with(uid(), NetClassificationModel::new);
    copy.scorer = scorer;
    return copyValues(copy, extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        Files files = new Files(sparkSession(), path);
        files.writeMetadata(NetClassificationModel.this);
        files.writeWeights(scorer.weights());
      }
    };
  }

  /** Reads models that {@link #write} wrote. */
  public static MLReader<NetClassificationModel> read() {
    return new MLReader<>() {
      @Override
      public NetClassificationModel load(String path) {
        Files files = new Files(sparkSession(), path);
        Files.Metadata metadata = files.readMetadata();
        NetClassificationModel model = Uids.with(metadata.uid(), NetClassificationModel::new);
        metadata.setParameters(model);
        model.scorer = new Scorer(model.getOrDefault(model.network()), files.readWeights());
        return model;
      }
    };
  }

  /** Reads a model from a folder. */
  public static NetClassificationModel load(String path) {
    return read().load(path);
  }
}
