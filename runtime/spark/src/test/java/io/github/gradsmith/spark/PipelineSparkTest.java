package io.github.gradsmith.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.Fit;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages of pipelines train with the bits of {@code Fit} and keep them in files. */
@Tag("core")
class PipelineSparkTest {
  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark = Cluster.shared();
  }

  private static NetClassifier classifier() {
    return NetClassifier.of(Nets.FloatClasses.class)
        .setRowIdCol("id")
        .setMaxIter(3)
        .setBatchSize(20)
        .setStepSize(0.02)
        .setSeed(4);
  }

  private static FloatNetwork network(byte[] weights) throws Exception {
    FloatNetwork network = new Nets_FloatClassesImpl(0);
    network.load(new ByteArrayInputStream(weights));
    return network;
  }

  @Test
  void aStageHasTheBitsOfFit() throws Exception {
    List<Nets.Line> lines = Nets.lines(500, 1, true);
    NetClassificationModel model = classifier().fit(Nets.table(spark, lines, 3, 9));
    FloatNetwork alone = new Nets_FloatClassesImpl(4);
    int[] labels = lines.stream().mapToInt(line -> (int) line.label()).toArray();
    Fit.epochs(3)
        .batchSize(20)
        .learningRate(0.02)
        .seed(4)
        .run(alone, FloatRows.ofClasses(Nets.floats(lines), labels, 3));
    assertThat(parameters(network(model.weights()))).isEqualTo(parameters(alone));
    List<Row> rows = model.transform(Nets.table(spark, lines, 2, 1)).orderBy("id").collectAsList();
    int raw = rows.get(0).fieldIndex("rawPrediction");
    float[][] z = {new float[16], new float[8], new float[3]};
    float[][] a = {new float[16], new float[8], new float[3]};
    for (int i = 0; i < rows.size(); i++) {
      float[] x = Nets.floats(lines)[i];
      alone.trace(x, z, a);
      assertThat(((Vector) rows.get(i).get(raw)).toArray()).isEqualTo(widened(z[2]));
      double[] output = widened(alone.forward(x));
      assertThat(((Vector) rows.get(i).getAs("probability")).toArray()).isEqualTo(output);
      assertThat(rows.get(i).<Double>getAs("prediction")).isEqualTo(alone.classify(x));
    }
  }

  @Test
  void weightsCountAndARegressorHasTheBitsOfFit() throws Exception {
    List<Nets.Line> lines = Nets.lines(300, 2, false);
    NetRegressionModel model =
        NetRegressor.of(Nets.NumberNet.class)
            .setRowIdCol("id")
            .setWeightCol("w")
            .setMaxIter(4)
            .setStepSize(0.05)
            .setSeed(8)
            .fit(Nets.table(spark, lines, 4, 2));
    DoubleNetwork alone = new Nets_NumberNetImpl(8);
    double[][] inputs = lines.stream().map(Nets.Line::features).toArray(double[][]::new);
    double[][] targets =
        lines.stream().map(line -> new double[] {line.label()}).toArray(double[][]::new);
    double[] weights = lines.stream().mapToDouble(Nets.Line::weight).toArray();
    Fit.epochs(4)
        .learningRate(0.05)
        .seed(8)
        .run(alone, DoubleRows.of(inputs, targets).weighted(weights));
    List<Row> rows = model.transform(Nets.table(spark, lines, 2, 1)).orderBy("id").collectAsList();
    for (int i = 0; i < rows.size(); i++) {
      double expected = alone.forward(inputs[i])[0];
      assertThat(rows.get(i).<Double>getAs("prediction")).isEqualTo(expected);
    }
    assertThat(model.predict(rows.get(0).getAs("features"))).isEqualTo(alone.forward(inputs[0])[0]);
  }

  @Test
  void oneOutputIsTheProbabilityOfOne() throws Exception {
    Dataset<Row> table =
        Nets.table(spark, Nets.lines(400, 3, true), 2, 1)
            .withColumn("label", expr("label > 0").cast("int"));
    NetClassificationModel model =
        NetClassifier.of(Nets.TwoClasses.class).setRowIdCol("id").setMaxIter(2).fit(table);
    assertThat(model.numClasses()).isEqualTo(2);
    FloatNetwork network = new Nets_TwoClassesImpl(0);
    network.load(new ByteArrayInputStream(model.weights()));
    for (Row row : model.transform(table).collectAsList()) {
      double[] x = ((Vector) row.getAs("features")).toArray();
      float[] floats = new float[16];
      for (int i = 0; i < 16; i++) {
        floats[i] = (float) x[i];
      }
      double p = network.forward(floats)[0];
      assertThat(((Vector) row.getAs("probability")).toArray()).containsExactly(1 - p, p);
      assertThat(row.<Double>getAs("prediction")).isEqualTo(p > 0.5 ? 1 : 0);
    }
    double[] thresholds = {0, 1};
    assertThat(model.setThresholds(thresholds).transform(table).where("prediction = 1").count())
        .isZero();
  }

  /** The folds are those of a column, and the better step size wins. */
  @Test
  void crossValidationTakesFoldsFromAColumn() {
    Dataset<Row> table =
        Nets.table(spark, Nets.lines(600, 5, true), 2, 1)
            .withColumn("fold", expr("cast(pmod((id + 1000) / 7, 3) as int)"));
    NetClassifier net = classifier();
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(net.stepSize(), new double[] {1e-6, 0.02}).build();
    CrossValidatorModel model =
        new CrossValidator()
            .setEstimator(net)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
            .setNumFolds(3)
            .setFoldCol("fold")
            .fit(table);
    assertThat(model.avgMetrics()[1]).isGreaterThan(model.avgMetrics()[0] + 0.1);
    assertThat(model.bestModel()).isInstanceOf(NetClassificationModel.class);
  }

  @Test
  void copiesKeepIdentityAndParameters() {
    NetClassifier net = classifier().setFeaturesCol("f").setMode("exact");
    NetClassifier copy = net.copy(new ParamMap().put(net.maxIter(), (Object) 77));
    assertThat(copy.uid()).isEqualTo(net.uid());
    assertThat(copy.getOrDefault(copy.maxIter())).isEqualTo(77);
    assertThat(net.getOrDefault(net.maxIter())).isEqualTo(3);
    assertThat(copy.getFeaturesCol()).isEqualTo("f");
    assertThat(copy.maxIter().parent()).isEqualTo(net.uid());
    assertThat(net.params()).extracting(param -> param.name()).contains("network", "rowIdCol");
    assertThat(new NetClassifier().uid()).isNotEqualTo(net.uid());
  }

  @Test
  void aPipelineSavedHereGivesTheSameBitsInAnotherJvm() throws Exception {
    Dataset<Row> table = Nets.table(spark, Nets.lines(500, 1, true), 3, 9);
    VectorSlicer slicer =
        new VectorSlicer().setInputCol("features").setOutputCol("same").setIndices(all());
    Pipeline pipeline =
        new Pipeline().setStages(new PipelineStage[] {slicer, classifier().setFeaturesCol("same")});
    String unfitted = folder.resolve("pipeline").toString();
    pipeline.save(unfitted);
    PipelineModel model = Pipeline.load(unfitted).fit(table);
    String path = folder.resolve("model").toString();
    model.save(path);
    assertThat(run(path)).contains("hash " + LoadedModel.hash(model.transform(table)));
    FloatNetwork plain = new Nets_FloatClassesImpl(0);
    plain.load(weights(folder.resolve("model")));
  }

  private static int[] all() {
    int[] all = new int[16];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return all;
  }

  private static Path weights(Path model) throws Exception {
    try (var files = java.nio.file.Files.walk(model)) {
      return files.filter(file -> file.endsWith("weights.safetensors")).findFirst().orElseThrow();
    }
  }

  private static String run(String path) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("spark.options").trim().split("\\s+")));
    command.addAll(List.of("-cp", Cluster.classPath(), LoadedModel.class.getName(), path));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(path + ".log"))
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return java.nio.file.Files.readString(Path.of(path + ".log"));
  }

  @Test
  void tablesThatDoNotFitAreNamedBeforeAJob() {
    Dataset<Row> table = Nets.table(spark, Nets.lines(30, 1, true), 2, 1);
    assertThatThrownBy(() -> classifier().setLabelCol("class").fit(table))
        .hasMessage(
            "the column class (the label) is missing; the table has id, features, label, w.");
    assertThatThrownBy(() -> classifier().setFeaturesCol("label").fit(table))
        .hasMessageContaining(
            "the column label (the features) is of type double, expected a vector");
    assertThatThrownBy(() -> NetClassifier.of(Nets.FloatClasses.class).fit(table))
        .hasMessageContaining("rowIdCol is not set");
    assertThatThrownBy(() -> classifier().setRowIdCol("w").fit(table))
        .hasMessage(
            "the column w (the row's id) is of type double, expected a whole number or a string");
    assertThatThrownBy(() -> classifier().setWeightCol("features").fit(table))
        .hasMessageContaining("the column features (the weight) is of type");
    assertThatThrownBy(() -> NetRegressor.of(Nets.FloatClasses.class).setRowIdCol("id").fit(table))
        .hasMessageContaining("has 3 outputs, but a prediction is one number");
    assertThatThrownBy(() -> classifier().setMaxLocalRows(29).fit(table))
        .hasMessageContaining("more than 29 rows, which is maxLocalRows");
    assertThat(classifier().setMaxLocalRows(Integer.MAX_VALUE).fit(table)).isNotNull();
    assertThatThrownBy(() -> classifier().fit(table.withColumn("label", col("id"))))
        .hasMessageContaining("the label -1000.0 in column label of row -1000 is no class");
    assertThatThrownBy(() -> new NetClassifier().setNetwork("demo.AbsentNet").fit(table))
        .hasMessageContaining("the class demo.AbsentNet is not here. Ship the jar")
        .hasMessageContaining("spark.jars");
    assertThatThrownBy(() -> classifier().setMode("fast")).hasMessageContaining("mode");
  }

  private static double[] widened(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  private static float[] parameters(FloatNetwork network) {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }
}
