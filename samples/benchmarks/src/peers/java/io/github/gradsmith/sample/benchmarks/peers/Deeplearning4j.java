package io.github.gradsmith.sample.benchmarks.peers;

import io.github.gradsmith.sample.benchmarks.contender.Call;
import io.github.gradsmith.sample.benchmarks.contender.Contender;
import io.github.gradsmith.sample.benchmarks.contender.FloatSamples;
import io.github.gradsmith.sample.benchmarks.contender.Prepared;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Deeplearning4j on the processor, its batches made before. */
public final class Deeplearning4j implements Contender {
  private static final double RATE = 0.1;

  @Override
  public String name() {
    return "deeplearning4j";
  }

  @Override
  public boolean offers(Workload workload) {
    return LectureSize.is(workload);
  }

  @Override
  public Prepared prepare(Workload workload) {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    int[] layers = workload.size().layers();
    int batch = workload.task().samples();
    FloatSamples samples = new FloatSamples(layers[0], layers[layers.length - 1]);
    INDArray[] inputs = batches(samples.inputs, batch);
    INDArray[] targets = batches(samples.targets, batch);
    MultiLayerNetwork network = network(layers);
    Call call =
        workload.task() == Task.FORWARD
            ? () -> network.output(inputs[samples.next(1)]).getFloat(0)
            : () -> {
              int k = samples.next(batch) / batch;
              network.fit(inputs[k], targets[k]);
              return network.score();
            };
    return new Prepared(call, batch, "Deeplearning4j 1.0.0-M2.1, float");
  }

  private static INDArray[] batches(float[][] rows, int batch) {
    INDArray[] batches = new INDArray[rows.length / batch];
    for (int k = 0; k < batches.length; k++) {
      batches[k] = Nd4j.create(Arrays.copyOfRange(rows, k * batch, (k + 1) * batch));
    }
    return batches;
  }

  private static MultiLayerNetwork network(int[] layers) {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Sgd(RATE))
            .activation(Activation.SIGMOID)
            .list()
            .layer(new DenseLayer.Builder().nIn(layers[0]).nOut(layers[1]).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(layers[1]).nOut(layers[2]).build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }
}
