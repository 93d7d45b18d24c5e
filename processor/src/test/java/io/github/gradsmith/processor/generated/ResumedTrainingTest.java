package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.processor.optimizer.Optimizers;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What optimizers keep: in replicas, through resets, and in files from which training goes on. */
class ResumedTrainingTest {
  private static final CompiledNetworks NETWORKS = OptimizedNetworks.all();
  private static final Samples SAMPLES = Samples.of(NETWORKS.any("Adam0Double", 1), 40, 3);

  @TempDir private Path folder;

  static Stream<String> networks() {
    return OptimizedNetworks.names();
  }

  static Stream<String> withState() {
    return networks().filter(name -> setting(name).keepsState());
  }

  static Stream<String> doublesWithState() {
    return withState().filter(name -> name.endsWith("Double"));
  }

  private static OptimizerSetting setting(String network) {
    return OptimizedNetworks.setting(network);
  }

  private static UpdateRule rule(String network) {
    return Optimizers.of(setting(network).choice());
  }

  /** Steps by all methods that take one, from the {@code first} to before the {@code last}. */
  private static void train(AnyNetwork network, int first, int last) {
    for (int step = first; step < last; step++) {
      switch (step % 3) {
        case 0 -> network.train(SAMPLES.x[step], SAMPLES.t[step], 0.01);
        case 1 -> network.train(SAMPLES.x, SAMPLES.t, step, step + 9, 0.01);
        default -> {
          double[] gradient = new double[network.topology().parameterCount()];
          network.gradient(SAMPLES.x, SAMPLES.t, step, step + 3, gradient);
          network.update(gradient, 0.02);
        }
      }
    }
  }

  private static AnyNetwork network(String name, long seed) {
    return NETWORKS.any(name, seed);
  }

  /** Whether the next steps of two networks are the same, bit for bit. */
  private static void assertGoOnAlike(AnyNetwork one, AnyNetwork other) {
    assertThat(one.parameters()).isEqualTo(other.parameters());
    train(one, 5, 10);
    train(other, 5, 10);
    assertThat(one.parameters()).isEqualTo(other.parameters());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void resumedTrainingIsTrainingBitForBit(String name) throws IOException {
    AnyNetwork whole = network(name, 1);
    train(whole, 0, 10);
    AnyNetwork begun = network(name, 1);
    train(begun, 0, 5);
    begun.saveTraining(folder.resolve("training"));
    AnyNetwork resumed = network(name, 2);
    train(resumed, 0, 3);

    resumed.load(folder.resolve("training"));
    train(resumed, 5, 10);

    assertThat(resumed.parameters()).isEqualTo(whole.parameters());
    assertThat(resumed.parameters()).doesNotContain(Double.NaN).isNotEqualTo(begun.parameters());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aSavedTrainingIsTheSameFileAgain(String name) throws IOException {
    AnyNetwork network = network(name, 1);
    train(network, 0, 5);
    network.saveTraining(folder.resolve("one"));
    AnyNetwork loaded = network(name, 2);
    loaded.load(folder.resolve("one"));
    loaded.saveTraining(folder.resolve("other"));

    assertThat(folder.resolve("other")).hasSameBinaryContentAs(folder.resolve("one"));
  }

  @ParameterizedTest
  @MethodSource("withState")
  void stateIsNamedAsInPyTorch(String name) throws IOException {
    AnyNetwork network = network(name, 1);
    train(network, 0, 4);
    network.saveTraining(folder.resolve("training"));
    network.save(folder.resolve("parameters"));

    Safetensors file = Safetensors.read(folder.resolve("training"));

    List<String> names = new ArrayList<>();
    for (String tensor : List.of("layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias")) {
      names.add(tensor);
      for (StateSlot slot : rule(name).slots()) {
        String state = "optimizer." + slot.name() + "." + tensor;
        names.add(state);
        assertThat(file.tensor(state).shape()).isEqualTo(file.tensor(tensor).shape());
        assertThat(file.tensor(state).dataType()).isEqualTo(file.tensor(tensor).dataType());
      }
    }
    if (rule(name).countsSteps()) {
      names.add("optimizer.step");
      assertThat(file.tensor("optimizer.step").dataType()).isEqualTo(DataType.F64);
      assertThat(file.tensor("optimizer.step").shape()).isEmpty();
      assertThat(file.tensor("optimizer.step").toDoubles()).containsExactly(4);
    }
    assertThat(file.tensors().keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(file.metadata()).containsEntry("optimizer", network.topology().optimizer());
    assertThat(Safetensors.read(folder.resolve("parameters")).tensors().keySet())
        .containsExactly("layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias");
  }

  @ParameterizedTest
  @MethodSource("withState")
  void replicasShareState(String name) {
    AnyNetwork alone = network(name, 1);
    train(alone, 0, 5);
    AnyNetwork origin = network(name, 1);
    AnyNetwork replica = origin.replica();
    for (int step = 0; step < 5; step++) {
      train(step % 2 == 0 ? replica : origin, step, step + 1);
    }

    assertGoOnAlike(replica.replica(), alone);
    origin.resetOptimizer();
    alone.resetOptimizer();
    assertGoOnAlike(replica, alone);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aResetIsAStartFromTheSameParameters(String name) {
    AnyNetwork reset = network(name, 1);
    train(reset, 0, 5);
    double[] parameters = reset.parameters();
    reset.resetOptimizer();
    AnyNetwork fresh = network(name, 2);
    fresh.setParameters(parameters);

    assertThat(reset.parameters()).isEqualTo(parameters);
    assertGoOnAlike(reset, fresh);
  }

  @ParameterizedTest
  @MethodSource("withState")
  void parametersSetLeaveTheState(String name) throws IOException {
    AnyNetwork network = network(name, 1);
    train(network, 0, 5);
    network.saveTraining(folder.resolve("training"));
    AnyNetwork other = network(name, 1);
    train(other, 0, 5);
    double[] parameters = other.parameters();

    other.setParameters(new double[parameters.length]);
    other.setParameters(parameters);
    AnyNetwork without = network(name, 2);
    without.setParameters(parameters);

    assertGoOnAlike(network, other);
    train(without, 5, 10);
    assertThat(without.parameters()).isNotEqualTo(other.parameters());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aFileWithoutStateSetsItToZero(String name) throws IOException {
    AnyNetwork network = network(name, 1);
    train(network, 0, 5);
    network.save(folder.resolve("parameters"));
    AnyNetwork fresh = network(name, 2);
    fresh.load(folder.resolve("parameters"));

    network.load(folder.resolve("parameters"));

    assertGoOnAlike(network, fresh);
  }

  /** Only the state of an optimizer that keeps the same things is taken. */
  @ParameterizedTest
  @MethodSource("networks")
  void aFileOfAnotherOptimizerIsOneOfParametersOnly(String name) throws IOException {
    for (String other : List.of("Sgd1Double", "RmsProp0Double", "Adam0Double", "Adagrad0Double")) {
      AnyNetwork saved = network(other, 1);
      train(saved, 0, 5);
      saved.saveTraining(folder.resolve("training"));
      saved.save(folder.resolve("parameters"));
      boolean same = rule(other).slots().equals(rule(name).slots());
      AnyNetwork loaded = network(name, 2);
      train(loaded, 0, 2);
      loaded.load(folder.resolve("training"));
      AnyNetwork fresh = network(name, 2);
      fresh.load(folder.resolve("parameters"));

      train(loaded, 5, 7);
      train(fresh, 5, 7);
      if (same) {
        assertThat(loaded.parameters()).isNotEqualTo(fresh.parameters());
      } else {
        assertThat(loaded.parameters()).isEqualTo(fresh.parameters());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void predictorsIgnoreState(String name) throws IOException {
    AnyNetwork network = network(name, 1);
    train(network, 0, 5);
    network.saveTraining(folder.resolve("training"));
    DoublePredictor predictor = NETWORKS.create("Predictor", 2, DoublePredictor.class);

    predictor.load(folder.resolve("training"));

    double[] parameters = new double[predictor.parameterCount()];
    predictor.getParameters(parameters);
    assertThat(parameters).isEqualTo(network.parameters());
  }

  /** A file as it was saved, but for one thing. */
  private interface Change {
    void make(Map<String, Tensor> tensors);
  }

  private List<Path> damaged(String name) throws IOException {
    Safetensors right = Safetensors.read(folder.resolve("training"));
    List<Path> files = new ArrayList<>();
    for (String tensor : right.tensors().keySet()) {
      int[] shape = right.tensor(tensor).shape();
      files.add(changed(right, tensors -> tensors.remove(tensor)));
      if (!tensor.startsWith("optimizer.step")) {
        int[] wider = shape.clone();
        wider[0]++;
        int size = Arrays.stream(wider).reduce(1, (a, b) -> a * b);
        files.add(
            changed(
                right, tensors -> tensors.put(tensor, Tensor.of(tensor, new double[size], wider))));
      }
      if (name.endsWith("Float") && shape.length > 0) {
        double[] large = right.tensor(tensor).toDoubles();
        large[large.length - 1] = -1e39;
        files.add(changed(right, tensors -> tensors.put(tensor, Tensor.of(tensor, large, shape))));
      }
    }
    String slot = rule(name).slots().get(0).name();
    String foreign = "optimizer." + slot + ".layer4.bias";
    files.add(
        changed(right, tensors -> tensors.put(foreign, Tensor.of(foreign, new double[1], 1))));
    if (rule(name).countsSteps()) {
      for (double steps : new double[] {-1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 1e17}) {
        Tensor wrong = Tensor.of("optimizer.step", new double[] {steps});
        files.add(changed(right, tensors -> tensors.put("optimizer.step", wrong)));
      }
      Tensor two = Tensor.of("optimizer.step", new double[2], 2);
      files.add(changed(right, tensors -> tensors.put("optimizer.step", two)));
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("training"));
    files.add(Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 1)));
    return files;
  }

  private Path changed(Safetensors file, Change change) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>(file.tensors());
    change.make(tensors);
    Path changed = Files.createTempFile(folder, "changed", "");
    new Safetensors(file.metadata(), new ArrayList<>(tensors.values())).write(changed);
    return changed;
  }

  @ParameterizedTest
  @MethodSource("withState")
  void damagedStateIsRefusedAndChangesNothing(String name) throws IOException {
    AnyNetwork saved = network(name, 1);
    train(saved, 0, 5);
    saved.saveTraining(folder.resolve("training"));
    AnyNetwork network = network(name, 2);
    AnyNetwork untouched = network(name, 2);
    train(network, 0, 5);
    train(untouched, 0, 5);

    for (Path file : damaged(name)) {
      assertThatThrownBy(() -> network.load(file))
          .isInstanceOf(WeightsException.class)
          .hasMessageContaining(file.toString());
    }

    assertGoOnAlike(network, untouched);
  }

  @ParameterizedTest
  @MethodSource("doublesWithState")
  void aStreamHoldsWhatAFileHolds(String name) throws IOException {
    AnyNetwork saved = network(name, 1);
    train(saved, 0, 5);
    saved.saveTraining(folder.resolve("training"));
    byte[] bytes = Files.readAllBytes(folder.resolve("training"));
    DoubleNetwork loaded = NETWORKS.doubles(name, 2);

    loaded.load(new ByteArrayInputStream(bytes));

    assertGoOnAlike(AnyNetwork.of(loaded), saved);
  }
}
