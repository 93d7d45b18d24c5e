package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.processor.optimizer.Optimizers;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to a training that has a number which is not finite, and to its files. */
class NonFiniteTrainingTest {
  private static final double[] VALUES = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  @TempDir private Path folder;

  static Stream<String> networks() {
    return OptimizedNetworks.names();
  }

  /** A network after a few steps. */
  private static AnyNetwork trained(String name) {
    AnyNetwork network = OptimizedNetworks.all().any(name, 1);
    Samples samples = Samples.of(network, 10, 3);
    network.train(samples.x, samples.t, 0, 10, 0.01);
    network.train(samples.x, samples.t, 2, 7, 0.01);
    return network;
  }

  /** The tensor in which a flat parameter stands, and its place in it: layers 3-17-2. */
  private static String place(int at, String holds) {
    if (at < 68) {
      return at < 51
          ? "layer2.weight" + holds + " at [" + at / 3 + ", " + at % 3 + "]"
          : "layer2.bias" + holds + " at [" + (at - 51) + "]";
    }
    return at < 102
        ? "layer3.weight" + holds + " at [" + (at - 68) / 17 + ", " + (at - 68) % 17 + "]"
        : "layer3.bias" + holds + " at [" + (at - 102) + "]";
  }

  /** A parameter is spoilt, and with it what the optimizer keeps for it. */
  @ParameterizedTest
  @MethodSource("networks")
  void aSpoiltTrainingLeavesItsFilesAlone(String name) throws IOException {
    Random random = new Random(name.hashCode());
    Path training = folder.resolve("training");
    Path weights = folder.resolve("weights");
    for (double value : VALUES) {
      AnyNetwork network = trained(name);
      double[] finite = network.parameters();
      network.saveTraining(training);
      network.save(weights);
      byte[] goodTraining = Files.readAllBytes(training);
      byte[] goodWeights = Files.readAllBytes(weights);
      int at = random.nextInt(finite.length);
      double[] gradient = random.doubles(finite.length, -1, 1).toArray();
      gradient[at] = value;

      network.update(gradient, 0.01);

      String place = place(at, " holds " + network.parameters()[at]);
      assertRefused(() -> network.save(weights), "nothing is written: " + place);
      assertRefused(() -> network.saveTraining(training), "nothing is written: " + place);
      assertThat(training).hasBinaryContent(goodTraining);
      assertThat(weights).hasBinaryContent(goodWeights);
      network.setParameters(finite);
      network.save(weights);
      assertThat(weights).hasBinaryContent(goodWeights);
      assertStateAlone(name, network, at, value);
      network.resetOptimizer();
      network.saveTraining(training);
    }
  }

  /** Its parameters are finite again. */
  private void assertStateAlone(String name, AnyNetwork network, int at, double value)
      throws IOException {
    Path training = folder.resolve("training");
    OptimizerSetting setting = OptimizedNetworks.setting(name);
    if (!setting.keepsState()) {
      network.saveTraining(training);
      return;
    }
    byte[] before = Files.readAllBytes(training);
    String slot = Optimizers.of(setting.choice()).slots().get(0).name();
    double kept = slot.equals("square_avg") || slot.equals("sum") ? Math.abs(value) : value;
    assertRefused(
        () -> network.saveTraining(training),
        "nothing is written: optimizer." + slot + "." + place(at, " holds " + kept));
    assertThat(training).hasBinaryContent(before);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(message + ", but numbers ");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aSpoiltFileIsNotLoaded(String name) throws IOException {
    Path file = folder.resolve("training");
    trained(name).saveTraining(file);
    Safetensors right = Safetensors.read(file);
    AnyNetwork network = trained(name);
    Random random = new Random(name.hashCode());
    for (Tensor tensor : right.tensors().values()) {
      if (tensor.shape().length == 0) {
        continue; // the number of steps, which must be whole
      }
      double value = VALUES[random.nextInt(VALUES.length)];
      int at = random.nextInt(tensor.size());
      double[] values = tensor.toDoubles();
      values[at] = value;
      Map<String, Tensor> tensors = new LinkedHashMap<>(right.tensors());
      tensors.put(tensor.name(), Tensor.of(tensor.name(), values, tensor.shape()));
      new Safetensors(right.metadata(), new ArrayList<>(tensors.values())).write(file);

      int width = tensor.shape()[tensor.shape().length - 1];
      List<Integer> index =
          tensor.shape().length == 1 ? List.of(at) : List.of(at / width, at % width);
      assertRefused(
          () -> network.load(file),
          file + ": tensor " + tensor.name() + " holds " + value + " at " + index);
    }
    assertThat(network.parameters()).isEqualTo(trained(name).parameters());
    network.saveTraining(file);
    assertThat(Safetensors.read(file).tensors().values())
        .usingRecursiveComparison()
        .isEqualTo(right.tensors().values());
  }

  /** At a rate of 0 parameters stay, while what the optimizer keeps goes on. */
  @ParameterizedTest
  @MethodSource("networks")
  void aRateOfZeroChangesNoParameter(String name) throws IOException {
    AnyNetwork network = trained(name);
    double[] before = network.parameters();
    Samples samples = Samples.of(network, 10, 4);
    network.saveTraining(folder.resolve("before"));
    network.train(samples.x[0], samples.t[0], 0);
    network.train(samples.x, samples.t, 0, 10, 0);
    network.update(new Random(1).doubles(before.length).toArray(), 0);
    network.saveTraining(folder.resolve("after"));

    assertThat(network.parameters()).isEqualTo(before);
    assertThat(Files.mismatch(folder.resolve("before"), folder.resolve("after")) >= 0)
        .isEqualTo(OptimizedNetworks.setting(name).keepsState());
  }
}
