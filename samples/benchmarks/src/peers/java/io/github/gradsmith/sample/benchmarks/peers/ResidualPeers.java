package io.github.gradsmith.sample.benchmarks.peers;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.sample.benchmarks.report.Machine;
import io.github.gradsmith.sample.benchmarks.residual.Digits;
import io.github.gradsmith.sample.benchmarks.residual.ResidualNets;
import io.github.gradsmith.sample.benchmarks.residual.Turns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A training step of the residual network by us, by Deeplearning4j's ComputationGraph in the same
 * JVM, in turns, and by PyTorch before and after. Each has one thread.
 */
public final class ResidualPeers {
  private static final int PIXELS = 784;
  private static final int HIDDEN = 128;
  private static final int CLASSES = 10;
  private static final double RATE = 0.01;

  private ResidualPeers() {}

  /** No arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println(Machine.here());
    System.out.println(pyTorch());
    FloatNetwork network = ResidualNets.residual();
    Digits digits = new Digits();
    Turns turns = new Turns();
    turns.add("gradsmith", digits.trains(network));
    turns.add("deeplearning4j", deeplearning4j(digits));
    Map<String, double[]> times = turns.run();
    System.out.printf(
        "JDK %s, %s: %s%n",
        Runtime.version(), network.topology().kernels(), Turns.words(times.get("gradsmith")));
    System.out.printf(
        "Deeplearning4j 1.0.0-M2.1, ComputationGraph: %s; %.1f times%n",
        Turns.words(times.get("deeplearning4j")),
        Turns.ratio(times.get("deeplearning4j"), times.get("gradsmith")));
    System.out.println(pyTorch());
  }

  /** What the program prints, or why it does not. */
  private static String pyTorch() throws IOException, InterruptedException {
    Path program =
        Path.of(System.getProperty("benchmark.module", ""), "src/peers/python/residual_peer.py");
    ProcessBuilder builder =
        new ProcessBuilder(System.getProperty("residual.python", "python3"), program.toString());
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text.lines().reduce((before, last) -> last).orElse("PyTorch did not run");
  }

  private static IntConsumer deeplearning4j(Digits digits) {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    int count = digits.inputs.length / Turns.BATCH;
    INDArray[][] inputs = new INDArray[count][];
    INDArray[][] targets = new INDArray[count][];
    for (int k = 0; k < count; k++) {
      inputs[k] = new INDArray[] {rows(digits.inputs, digits.from(k))};
      targets[k] = new INDArray[] {rows(digits.targets, digits.from(k))};
    }
    ComputationGraph graph = new ComputationGraph(configuration());
    graph.init();
    return k -> graph.fit(inputs[k % count], targets[k % count]);
  }

  private static INDArray rows(float[][] all, int from) {
    return Nd4j.create(Arrays.copyOfRange(all, from, from + Turns.BATCH));
  }

  /** It has no layer that makes a sum normal; so the dense layer before it makes its own. */
  private static ComputationGraphConfiguration configuration() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Sgd(RATE))
        .graphBuilder()
        .addInputs("image")
        .addLayer("hidden", dense(PIXELS).build(), "image")
        .addLayer("again", dense(HIDDEN).hasLayerNorm(true).build(), "hidden")
        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "hidden", "again")
        .addLayer(
            "digit",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(HIDDEN)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build(),
            "sum")
        .setOutputs("digit")
        .build();
  }

  private static DenseLayer.Builder dense(int inputs) {
    return new DenseLayer.Builder().nIn(inputs).nOut(HIDDEN).activation(Activation.RELU);
  }
}
