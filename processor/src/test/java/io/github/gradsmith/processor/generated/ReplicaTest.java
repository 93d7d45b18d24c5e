package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas share parameters and nothing else. */
class ReplicaTest {
  private static final int ROWS = 120;
  private static final int ROUNDS = 30;

  private static CompiledNetworks networks;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() {
    // A fold, groups of rows and a layer written out: every kind of working memory.
    String attributes = "layers = {250, 40, 9, 4}, activation = {TANH, SIGMOID, SOFTMAX}";
    String loss = ", loss = CROSS_ENTROPY";
    networks =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", attributes + loss)
            .add("SinglePredictor", "FloatPredictor", attributes + loss)
            .add("Twofold", "DoubleNetwork", attributes + loss)
            .add("Adam", "DoubleNetwork", attributes + loss, "@io.github.gradsmith.Adam")
            .compile();
  }

  @Test
  void aReplicaSharesParametersEitherWay() {
    DoubleNetwork origin = networks.doubles("Twofold", 1);
    DoubleNetwork replica = origin.replica();
    Samples samples = Samples.of(AnyNetwork.of(origin), 3, 5);
    assertThat(replica).isNotSameAs(origin).hasSameClassAs(origin);

    origin.train(samples.x[0], samples.t[0], 0.5);
    assertThat(parameters(replica)).isEqualTo(parameters(origin));
    replica.replica().train(samples.x, samples.t, 0, 3, 0.5);
    assertThat(parameters(origin)).isEqualTo(parameters(replica));
    assertThat(parameters(origin)).isNotEqualTo(parameters(networks.doubles("Twofold", 1)));
  }

  /** Outputs are those of a network that has just got these parameters, after every change. */
  @ParameterizedTest
  @ValueSource(strings = {"Twofold", "Adam"})
  void outputsFollowEveryChange(String name) throws IOException {
    DoubleNetwork origin = networks.doubles(name, 1);
    DoubleNetwork replica = origin.replica();
    Samples samples = Samples.of(AnyNetwork.of(origin), 3, 5);
    Path file = folder.resolve(name);
    networks.doubles(name, 2).save(file);
    double[] ones = new double[origin.parameterCount()];
    Arrays.fill(ones, 0.01);

    assertOutputs(origin, replica, samples);
    origin.train(samples.x[0], samples.t[0], 0.5);
    assertOutputs(origin, replica, samples);
    origin.train(samples.x, samples.t, 0, 3, 0.5);
    assertOutputs(origin, replica, samples);
    origin.update(ones, 0.5);
    assertOutputs(origin, replica, samples);
    origin.setParameters(ones);
    assertOutputs(origin, replica, samples);
    origin.load(file);
    assertOutputs(origin, replica, samples);
    origin.setParameters(ones);
    assertOutputs(origin, replica, samples);
    try (InputStream in = Files.newInputStream(file)) {
      origin.load(in);
    }
    assertOutputs(origin, replica, samples);
  }

  private static void assertOutputs(DoubleNetwork origin, DoubleNetwork replica, Samples samples) {
    DoubleNetwork fresh = networks.doubles("Twofold", 3);
    fresh.setParameters(parameters(origin));
    for (double[] x : samples.x) {
      assertThat(origin.forward(x)).isEqualTo(fresh.forward(x));
      assertThat(replica.forward(x)).isEqualTo(fresh.forward(x));
    }
  }

  @Test
  void networksOfOneSeedShareNothing() {
    DoubleNetwork one = networks.doubles("Twofold", 1);
    DoubleNetwork other = networks.doubles("Twofold", 1);
    double[] before = parameters(other);

    one.setParameters(new double[one.parameterCount()]);

    assertThat(parameters(other)).isEqualTo(before);
  }

  @Test
  void replicasRunAtTheSameTimeAsIfAlone() throws Exception {
    DoubleNetwork origin = networks.doubles("Twofold", 1);
    Samples mine = Samples.of(AnyNetwork.of(origin), ROWS, 5);
    Samples others = Samples.of(AnyNetwork.of(origin), ROWS, 6);
    DoubleNetwork alone = networks.doubles("Twofold", 1);
    List<double[]> expected = List.of(everything(alone, mine), everything(alone, others));
    assertThat(expected.get(0)).isNotEqualTo(expected.get(1));

    DoubleNetwork replica = origin.replica();
    List<List<double[]>> found =
        atOnce(() -> everything(origin, mine), () -> everything(replica, others));

    for (int i = 0; i < 2; i++) {
      for (double[] result : found.get(i)) {
        assertThat(result).isEqualTo(expected.get(i));
      }
    }
  }

  @Test
  void floatPredictorsRunAtTheSameTimeToo() throws Exception {
    FloatPredictor origin = networks.create("SinglePredictor", 1, FloatPredictor.class);
    FloatPredictor replica = origin.replica();
    float[][] inputs = new float[2][250];
    inputs[0][3] = 5;
    inputs[1][7] = -5;
    FloatNetwork alone = networks.floats("Single", 1);
    float[] parameters = new float[alone.parameterCount()];
    alone.getParameters(parameters);
    origin.setParameters(parameters);

    List<List<float[]>> found =
        atOnce(() -> origin.forward(inputs[0]), () -> replica.forward(inputs[1]));

    for (int i = 0; i < 2; i++) {
      for (float[] output : found.get(i)) {
        assertThat(output).isEqualTo(alone.forward(inputs[i]));
      }
    }
  }

  /** Outputs, trace, classes, losses and gradient of all samples, end to end. */
  private static double[] everything(DoubleNetwork network, Samples samples) {
    List<double[]> parts = new ArrayList<>();
    double[][] outputs = new double[ROWS][4];
    network.forward(samples.x, outputs, 0, ROWS);
    parts.addAll(List.of(outputs));
    double[][] z = {null, new double[40], new double[9], new double[4]};
    double[][] a = {new double[250], new double[40], new double[9], new double[4]};
    network.trace(samples.x[1], z, a);
    parts.addAll(List.of(z[1], z[3], a[1], a[2]));
    double[] gradient = new double[network.parameterCount()];
    parts.add(new double[] {network.gradient(samples.x, samples.t, 0, ROWS, gradient)});
    parts.add(gradient);
    parts.add(new double[] {network.loss(samples.x, samples.t, 0, ROWS)});
    parts.add(new double[] {network.classify(samples.x[2]), network.classify(samples.x[3])});
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** What two calls return, each made many times in a thread of its own, beginning together. */
  private static <T> List<List<T>> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<List<T>>> futures = new ArrayList<>();
      for (Callable<T> call : List.of(one, other)) {
        futures.add(threads.submit(() -> manyTimes(call, start)));
      }
      return List.of(futures.get(0).get(), futures.get(1).get());
    } finally {
      threads.shutdown();
    }
  }

  private static <T> List<T> manyTimes(Callable<T> call, CyclicBarrier start) throws Exception {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      start.await();
      results.add(call.call());
    }
    return results;
  }

  private static double[] parameters(DoubleNetwork network) {
    return AnyNetwork.of(network).parameters();
  }
}
