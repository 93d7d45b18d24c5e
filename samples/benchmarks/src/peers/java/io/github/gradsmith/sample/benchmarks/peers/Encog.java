package io.github.gradsmith.sample.benchmarks.peers;

import io.github.gradsmith.sample.benchmarks.contender.Contender;
import io.github.gradsmith.sample.benchmarks.contender.DoubleSamples;
import io.github.gradsmith.sample.benchmarks.contender.Prepared;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/** Encog's flat network, trained by its back-propagation in batches of ten. */
public final class Encog implements Contender {
  private static final double RATE = 0.01;

  @Override
  public String name() {
    return "encog";
  }

  @Override
  public boolean offers(Workload workload) {
    return LectureSize.is(workload);
  }

  @Override
  public Prepared prepare(Workload workload) {
    int[] layers = workload.size().layers();
    DoubleSamples samples = new DoubleSamples(layers[0], layers[layers.length - 1]);
    BasicNetwork network = network(layers);
    String kernels = "Encog 3.4, double";
    if (workload.task() == Task.FORWARD) {
      double[] output = new double[layers[layers.length - 1]];
      return new Prepared(
          () -> {
            network.compute(samples.inputs[samples.next(1)], output);
            return output[0];
          },
          1,
          kernels);
    }
    BasicMLDataSet data = new BasicMLDataSet(samples.inputs, samples.targets);
    Backpropagation training = new Backpropagation(network, data, RATE, 0);
    training.setBatchSize(workload.task().samples());
    training.setThreadCount(1);
    return new Prepared(
        () -> {
          training.iteration();
          return training.getError();
        },
        samples.inputs.length,
        kernels);
  }

  private static BasicNetwork network(int[] layers) {
    BasicNetwork network = new BasicNetwork();
    network.addLayer(new BasicLayer(null, true, layers[0]));
    for (int l = 1; l < layers.length; l++) {
      boolean bias = l < layers.length - 1;
      network.addLayer(new BasicLayer(new ActivationSigmoid(), bias, layers[l]));
    }
    network.getStructure().finalizeStructure();
    network.reset(1);
    return network;
  }
}
