package io.github.gradsmith.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.BlockGradient;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact mode on executors has the bits of blocks on one machine. */
class ExactSparkTest {
  private static final int[] PARTITIONS = {1, 2, 3, 7, 16};
  private static final int ROWS = 40_000;
  private static final int STEPS = 3;

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = Cluster.shared();
  }

  @Test
  @Tag("core")
  void twoExecutorsHaveTheBitsOfOneMachine() throws Exception {
    List<Nets.Line> lines = Nets.lines(ROWS, 1, true);
    assertThat(floats(lines, 3, 1, 11)).isEqualTo(alone(floatRows(lines), 1));
    assertThat(doubles(lines, 2, 1, 12)).isEqualTo(alone(doubleRows(lines), 1));
  }

  @Test
  @Tag("core")
  void anExecutorKilledInAStepChangesNothing() throws Exception {
    List<Nets.Line> lines = Nets.lines(ROWS, 2, true);
    Killer killer = new Killer(2);
    spark.sparkContext().addSparkListener(killer);
    try {
      assertThat(floats(lines, 7, 2, 21)).isEqualTo(alone(floatRows(lines), 2));
    } finally {
      spark.sparkContext().removeSparkListener(killer);
    }
    assertThat(killer.killed).isTrue();
    assertThat(killer.removed.get()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Tag("long")
  void floatsHaveTheSameBitsInAnyPartitions(long seed) throws Exception {
    List<Nets.Line> lines = Nets.lines(ROWS, seed, true);
    float[] expected = alone(floatRows(lines), seed);
    for (int partitions : PARTITIONS) {
      Killer killer = new Killer(2);
      spark.sparkContext().addSparkListener(killer);
      assertThat(floats(lines, partitions, seed, 100 * seed + partitions))
          .as("%s partitions", partitions)
          .isEqualTo(expected);
      spark.sparkContext().removeSparkListener(killer);
      assertThat(killer.killed).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Tag("long")
  void doublesHaveTheSameBitsInAnyPartitions(long seed) throws Exception {
    List<Nets.Line> lines = Nets.lines(ROWS, seed, true);
    double[] expected = alone(doubleRows(lines), seed);
    for (int partitions : PARTITIONS) {
      Killer killer = new Killer(2);
      spark.sparkContext().addSparkListener(killer);
      assertThat(doubles(lines, partitions, seed, 100 * seed + partitions))
          .as("%s partitions", partitions)
          .isEqualTo(expected);
      spark.sparkContext().removeSparkListener(killer);
      assertThat(killer.killed).isTrue();
    }
  }

  @Test
  @Tag("core")
  void whatExactModeCannotKeepIsRefusedBeforeAJob() {
    Dataset<Row> table = Nets.table(spark, Nets.lines(300, 1, true), 2, 1);
    assertThatThrownBy(() -> exact(Nets.FloatClasses.class).setBatchSize(10).fit(table))
        .hasMessageContaining("batchSize is set");
    assertThatThrownBy(
            () -> NetRegressor.of(Nets.DropNet.class).setRowIdCol("id").setMode("exact").fit(table))
        .hasMessageContaining("has dropout");
  }

  @Test
  @Tag("core")
  void anIdThatTwoRowsHaveIsNamed() {
    Dataset<Row> table = Nets.table(spark, Nets.lines(300, 1, true), 2, 1);
    assertThatThrownBy(() -> exact(Nets.FloatClasses.class).fit(table.union(table)))
        .hasStackTraceContaining("two rows have the id -1000 in column id");
  }

  private static NetClassifier exact(Class<?> network) {
    return NetClassifier.of(network)
        .setRowIdCol("id")
        .setWeightCol("w")
        .setMaxIter(STEPS)
        .setStepSize(0.05)
        .setMode("exact");
  }

  private float[] floats(List<Nets.Line> lines, int partitions, long seed, long shuffle)
      throws Exception {
    NetClassificationModel model =
        exact(Nets.FloatClasses.class)
            .setSeed(seed)
            .setPartitions(partitions)
            .fit(Nets.table(spark, lines, 1 + (int) (shuffle % 5), shuffle));
    FloatNetwork network = new Nets_FloatClassesImpl(0);
    network.load(new ByteArrayInputStream(model.weights()));
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  private double[] doubles(List<Nets.Line> lines, int partitions, long seed, long shuffle)
      throws Exception {
    NetClassificationModel model =
        exact(Nets.DoubleClasses.class)
            .setSeed(seed)
            .setPartitions(partitions)
            .fit(Nets.table(spark, lines, 1 + (int) (shuffle % 5), shuffle));
    DoubleNetwork network = new Nets_DoubleClassesImpl(0);
    network.load(new ByteArrayInputStream(model.weights()));
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  private static FloatRows floatRows(List<Nets.Line> lines) {
    float[] weights = new float[lines.size()];
    int[] labels = new int[lines.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) lines.get(i).label();
      weights[i] = (float) lines.get(i).weight();
    }
    return FloatRows.ofClasses(Nets.floats(lines), labels, 3).weighted(weights);
  }

  private static DoubleRows doubleRows(List<Nets.Line> lines) {
    double[][] inputs = lines.stream().map(Nets.Line::features).toArray(double[][]::new);
    int[] labels = lines.stream().mapToInt(line -> (int) line.label()).toArray();
    double[] weights = lines.stream().mapToDouble(Nets.Line::weight).toArray();
    return DoubleRows.ofClasses(inputs, labels, 3).weighted(weights);
  }

  private static float[] alone(FloatRows rows, long seed) {
    FloatNetwork network = new Nets_FloatClassesImpl(seed);
    float[] gradient = new float[network.parameterCount()];
    for (int step = 0; step < STEPS; step++) {
      BlockGradient.of(network, rows, gradient);
      network.update(gradient, 0.05f);
    }
    network.getParameters(gradient);
    return gradient;
  }

  private static double[] alone(DoubleRows rows, long seed) {
    DoubleNetwork network = new Nets_DoubleClassesImpl(seed);
    double[] gradient = new double[network.parameterCount()];
    for (int step = 0; step < STEPS; step++) {
      BlockGradient.of(network, rows, gradient);
      network.update(gradient, 0.05);
    }
    network.getParameters(gradient);
    return gradient;
  }

  /** Kills an executor as a task of a step begins, and counts those that went. */
  private static final class Killer extends SparkListener {
    private final int step;
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicInteger removed = new AtomicInteger();

    Killer(int step) {
      this.step = step;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      if (start.stageInfos().last().name().contains("ExactTrainer")) {
        steps.incrementAndGet();
      }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      if (steps.get() >= step && !killed.get()) {
        killed.set(Cluster.killExecutor());
      }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved gone) {
      removed.incrementAndGet();
    }
  }
}
