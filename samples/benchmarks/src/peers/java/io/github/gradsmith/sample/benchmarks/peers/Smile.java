package io.github.gradsmith.sample.benchmarks.peers;

import io.github.gradsmith.sample.benchmarks.contender.Contender;
import io.github.gradsmith.sample.benchmarks.contender.DoubleSamples;
import io.github.gradsmith.sample.benchmarks.contender.Prepared;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import java.util.Arrays;
import smile.base.mlp.Layer;
import smile.base.mlp.OutputFunction;
import smile.classification.MLP;
import smile.math.TimeFunction;

/** Smile's multilayer perceptron. */
public final class Smile implements Contender {
  private static final double RATE = 0.1;

  @Override
  public String name() {
    return "smile";
  }

  @Override
  public boolean offers(Workload workload) {
    return LectureSize.is(workload);
  }

  @Override
  public Prepared prepare(Workload workload) {
    int[] layers = workload.size().layers();
    int outputs = layers[layers.length - 1];
    DoubleSamples samples = new DoubleSamples(layers[0], outputs);
    MLP network =
        new MLP(
            Layer.input(layers[0]),
            Layer.sigmoid(layers[1]),
            Layer.mse(outputs, OutputFunction.SIGMOID));
    network.setLearningRate(TimeFunction.constant(RATE));
    String kernels = "Smile 3.1.1, double";
    if (workload.task() == Task.FORWARD) {
      double[] output = new double[outputs];
      return new Prepared(
          () -> network.predict(samples.inputs[samples.next(1)], output), 1, kernels);
    }
    int batch = workload.task().samples();
    double[][][] inputs = new double[samples.inputs.length / batch][][];
    int[][] labels = new int[inputs.length][batch];
    for (int k = 0; k < inputs.length; k++) {
      int from = samples.next(batch);
      inputs[k] = Arrays.copyOfRange(samples.inputs, from, from + batch);
      for (int n = 0; n < batch; n++) {
        labels[k][n] = label(samples.targets[from + n]);
      }
    }
    return new Prepared(
        () -> {
          int k = samples.next(batch) / batch;
          network.update(inputs[k], labels[k]);
          return k;
        },
        batch,
        kernels);
  }

  private static int label(double[] oneHot) {
    int label = 0;
    while (oneHot[label] == 0) {
      label++;
    }
    return label;
  }
}
