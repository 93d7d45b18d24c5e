package io.github.gradsmith.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final Topology TOPOLOGY =
      Topology.builder()
          .layers(2, 3)
          .activations("TANH")
          .loss("HALF_SQUARED_ERROR")
          .optimizer("ADAM")
          .build();

  private static final WeightLayout ROWS = WeightLayout.rows(2, 3);
  private static final WeightLayout COLUMNS = WeightLayout.inputMajor(2, 3);
  private static final WeightLayout PANELS = WeightLayout.panels(2, 3, 2);

  private final double[][] weights = {{1, 2}, {3, 4}, {5, 0.1}};
  private final double[] biases = {7, 8, 9};
  private final double[][] meanOfWeights = {{10, 20}, {30, 40}, {50, 60}};
  private final double[] meanOfBiases = {70, 80, 90};
  private final double[] steps = {4};

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("training");
    checkpoint().save(file);
  }

  private Checkpoint checkpoint() {
    Checkpoint checkpoint = new Checkpoint(TOPOLOGY);
    checkpoint.addParameters(2, ROWS, weights, biases);
    checkpoint.addState("exp_avg", 2, ROWS, meanOfWeights, meanOfBiases);
    checkpoint.addSteps(steps);
    return checkpoint;
  }

  private void spoil() {
    weights[2][1] = biases[0] = meanOfWeights[0][1] = meanOfBiases[2] = steps[0] = -1;
  }

  private void assertSpoilt() {
    for (double value :
        new double[] {weights[2][1], biases[0], meanOfWeights[0][1], meanOfBiases[2], steps[0]}) {
      assertThat(value).isEqualTo(-1);
    }
  }

  @Test
  void everythingReturnsToItsPlace() throws IOException {
    spoil();

    checkpoint().load(file);

    assertThat(weights).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 0.1}});
    assertThat(biases).containsExactly(7, 8, 9);
    assertThat(meanOfWeights).isDeepEqualTo(new double[][] {{10, 20}, {30, 40}, {50, 60}});
    assertThat(meanOfBiases).containsExactly(70, 80, 90);
    assertThat(steps).containsExactly(4);
  }

  /** Of such a number a step would take the root. */
  @ParameterizedTest
  @ValueSource(strings = {"exp_avg_sq", "square_avg", "sum"})
  void aNegativeSquareIsRefused(String slot) throws IOException {
    double[][] squares = {{1, 2}, {3, -0.5}, {5, 6}};
    double[] squaresOfBiases = {0, -0.0, 1};
    Checkpoint checkpoint = new Checkpoint(TOPOLOGY);
    checkpoint.addParameters(2, ROWS, weights, biases);
    checkpoint.addState(slot, 2, ROWS, squares, squaresOfBiases);
    checkpoint.save(file);
    spoil();

    assertThatThrownBy(() -> checkpoint.load(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            file
                + ": tensor optimizer."
                + slot
                + ".layer2.weight holds -0.5 at [1, 1], but it is made of squares, which are 0 or"
                + " more. Take another state of the training, or the parameters alone");
    assertThat(weights[2][1]).isEqualTo(-1);

    squares[1][1] = 0;
    checkpoint.save(file);
    checkpoint.load(file);
    assertThat(squaresOfBiases).containsExactly(0, -0.0, 1);
  }

  /** Weights kept [in][out] stand in a file as all others do. */
  @Test
  void columnsAreStoredAsRows() throws IOException {
    float[][] w = new float[2][3];
    float[] b = new float[3];
    float[][] mw = new float[2][3];
    Checkpoint floats = new Checkpoint(TOPOLOGY);
    floats.addParameters(2, COLUMNS, w, b);
    floats.addState("exp_avg", 2, COLUMNS, mw, new float[3]);
    double[][] wide = new double[2][3];
    double[][] wideMean = new double[2][3];
    Checkpoint doubles = new Checkpoint(TOPOLOGY);
    doubles.addParameters(2, COLUMNS, wide, new double[3]);
    doubles.addState("exp_avg", 2, COLUMNS, wideMean, new double[3]);
    doubles.addSteps(new double[1]);

    floats.load(file);
    doubles.load(file);

    assertThat(w).isDeepEqualTo(new float[][] {{1, 3, 5}, {2, 4, 0.1f}});
    assertThat(b).containsExactly(7, 8, 9);
    assertThat(mw).isDeepEqualTo(new float[][] {{10, 30, 50}, {20, 40, 60}});
    assertThat(wide).isDeepEqualTo(new double[][] {{1, 3, 5}, {2, 4, 0.1}});
    assertThat(wideMean).isDeepEqualTo(new double[][] {{10, 30, 50}, {20, 40, 60}});

    floats.save(folder.resolve("floats"));
    doubles.save(folder.resolve("doubles"));
    for (String name : new String[] {"floats", "doubles"}) {
      Safetensors content = Safetensors.read(folder.resolve(name));
      for (String tensor : new String[] {"layer2.weight", "optimizer.exp_avg.layer2.weight"}) {
        assertThat(content.tensor(tensor).shape()).containsExactly(3, 2);
        assertThat(content.tensor(tensor).toFloats())
            .containsExactly(Safetensors.read(file).tensor(tensor).toFloats());
      }
    }

    Checkpoint parametersOnly = new Checkpoint(TOPOLOGY);
    parametersOnly.addParameters(2, ROWS, weights, biases);
    parametersOnly.save(file);
    floats.load(file);
    doubles.load(file);
    assertThat(mw).isDeepEqualTo(new float[2][3]);
    assertThat(wideMean).isDeepEqualTo(new double[2][3]);
  }

  /** So do weights in panels, here of two neurons, the last one filled up with zeros. */
  @Test
  void panelsAreStoredAsRows() throws IOException {
    float[][] w = new float[2][4];
    float[][] mw = new float[2][4];
    Checkpoint floats = new Checkpoint(TOPOLOGY);
    floats.addParameters(2, PANELS, w, new float[3]);
    floats.addState("exp_avg", 2, PANELS, mw, new float[3]);
    double[][] wide = new double[2][4];
    double[][] wideMean = new double[2][4];
    Checkpoint doubles = new Checkpoint(TOPOLOGY);
    doubles.addParameters(2, PANELS, wide, new double[3]);
    doubles.addState("exp_avg", 2, PANELS, wideMean, new double[3]);
    doubles.addSteps(new double[1]);

    floats.load(file);
    doubles.load(file);

    assertThat(w).isDeepEqualTo(new float[][] {{1, 3, 2, 4}, {5, 0, 0.1f, 0}});
    assertThat(mw).isDeepEqualTo(new float[][] {{10, 30, 20, 40}, {50, 0, 60, 0}});
    assertThat(wide).isDeepEqualTo(new double[][] {{1, 3, 2, 4}, {5, 0, 0.1, 0}});
    assertThat(wideMean).isDeepEqualTo(new double[][] {{10, 30, 20, 40}, {50, 0, 60, 0}});

    floats.save(folder.resolve("floats"));
    doubles.save(folder.resolve("doubles"));
    for (String name : new String[] {"floats", "doubles"}) {
      Safetensors content = Safetensors.read(folder.resolve(name));
      for (String tensor : new String[] {"layer2.weight", "optimizer.exp_avg.layer2.weight"}) {
        assertThat(content.tensor(tensor).shape()).containsExactly(3, 2);
        assertThat(content.tensor(tensor).toFloats())
            .containsExactly(Safetensors.read(file).tensor(tensor).toFloats());
      }
    }

    Checkpoint parametersOnly = new Checkpoint(TOPOLOGY);
    parametersOnly.addParameters(2, ROWS, weights, biases);
    parametersOnly.save(file);
    floats.load(file);
    doubles.load(file);
    assertThat(mw).isDeepEqualTo(new float[2][4]);
    assertThat(wideMean).isDeepEqualTo(new double[2][4]);
  }

  @Test
  void tensorsAreNamedForTheirPlaces() throws IOException {
    Safetensors content = Safetensors.read(file);

    assertThat(content.tensors().keySet())
        .containsExactly(
            "layer2.weight",
            "layer2.bias",
            "optimizer.exp_avg.layer2.weight",
            "optimizer.exp_avg.layer2.bias",
            "optimizer.step");
    assertThat(content.tensor("optimizer.exp_avg.layer2.weight").shape()).containsExactly(3, 2);
    assertThat(content.tensor("optimizer.exp_avg.layer2.weight").toDoubles())
        .containsExactly(10, 20, 30, 40, 50, 60);
    assertThat(content.tensor("optimizer.exp_avg.layer2.bias").toDoubles())
        .containsExactly(70, 80, 90);
    assertThat(content.tensor("optimizer.step").shape()).isEmpty();
    assertThat(content.metadata())
        .containsEntry("layers", "2,3")
        .containsEntry("optimizer", "ADAM");
    assertThat(WeightFile.loadDoubles(TOPOLOGY, file)).containsExactly(1, 2, 3, 4, 5, 0.1, 7, 8, 9);
  }

  @Test
  void floatsTakeDoublesAndRoundThem() throws IOException {
    float[][] w = new float[3][2];
    float[] b = new float[3];
    float[][] mw = new float[3][2];
    float[] mb = new float[3];
    Checkpoint floats = new Checkpoint(TOPOLOGY);
    floats.addParameters(2, ROWS, w, b);
    floats.addState("exp_avg", 2, ROWS, mw, mb);

    floats.load(file);
    floats.save(folder.resolve("floats"));

    assertThat(w).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, {5, 0.1f}});
    assertThat(mb).containsExactly(70, 80, 90);
    assertThat(Safetensors.read(folder.resolve("floats")).tensor("layer2.weight").toFloats())
        .containsExactly(1, 2, 3, 4, 5, 0.1f);
  }

  @Test
  void stateOfOtherSlotsIsNone() throws IOException {
    rewrite(
        tensors -> {
          Tensor sum = Tensor.of("optimizer.sum.layer2.bias", new double[] {1, 1, 1}, 3);
          tensors.put(sum.name(), sum);
          tensors.keySet().removeIf(name -> name.startsWith("optimizer.exp_avg."));
        });
    spoil();

    checkpoint().load(file);

    assertThat(weights[2][1]).isEqualTo(0.1);
    assertThat(meanOfWeights).isDeepEqualTo(new double[3][2]);
    assertThat(meanOfBiases).containsOnly(0);
    assertThat(steps).containsOnly(0);
  }

  @Test
  void whatIsWrongIsNamedAndNothingChanges() throws IOException {
    assertRefused(
        tensors -> tensors.remove("optimizer.exp_avg.layer2.bias"),
        "tensor optimizer.exp_avg.layer2.bias is missing, found [layer2.weight, ");
    assertRefused(tensors -> tensors.remove("optimizer.step"), "tensor optimizer.step is missing");
    assertRefused(tensors -> tensors.remove("layer2.weight"), "tensor layer2.weight is missing");
    put(
        Tensor.of("optimizer.exp_avg.layer2.weight", new double[6], 2, 3),
        "[2, 3], expected [3, 2]");
    put(
        Tensor.of("optimizer.exp_avg.layer3.bias", new double[1], 1),
        "unknown tensor optimizer.exp_avg.layer3.bias, expected [optimizer.exp_avg.layer2.weight");
    put(Tensor.of("layer3.bias", new double[1], 1), "unknown tensor layer3.bias");
    put(
        Tensor.of("optimizer.step", new double[] {1.5}),
        "tensor optimizer.step holds 1.5, expected a number of steps");
    put(Tensor.of("optimizer.step", new double[] {Double.NaN}), "holds NaN, expected a number");
    put(Tensor.of("optimizer.step", new double[1], 1), "has shape [1], expected []");
    put(Tensor.of("optimizer.step", new double[] {-1}), "holds -1.0, expected a number of steps");
    put(Tensor.of("optimizer.step", new double[] {0x1p53 + 2}), "expected a number of steps");
  }

  /** Neither the parameters nor what the optimizer keeps; floats refuse what doubles refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"layer2.bias", "optimizer.exp_avg.layer2.bias"})
  void whatIsNotFiniteIsRefused(String name) throws IOException {
    rewrite(
        tensors ->
            tensors.put(name, Tensor.of(name, new double[] {1, Double.POSITIVE_INFINITY, 2}, 3)));
    Checkpoint floats = new Checkpoint(TOPOLOGY);
    floats.addParameters(2, ROWS, new float[3][2], new float[3]);
    floats.addState("exp_avg", 2, ROWS, new float[3][2], new float[3]);
    spoil();
    for (Checkpoint checkpoint : new Checkpoint[] {checkpoint(), floats}) {
      assertThatThrownBy(() -> checkpoint.load(file))
          .isInstanceOf(WeightsException.class)
          .hasMessageContaining(name + " holds Infinity at [1]");
    }
    assertSpoilt();
  }

  @Test
  void whatIsNotFiniteIsNotWritten() throws IOException {
    byte[] before = Files.readAllBytes(file);
    meanOfBiases[1] = Double.NaN;
    assertThatThrownBy(() -> checkpoint().save(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("optimizer.exp_avg.layer2.bias holds NaN at [1]");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0x1p53})
  void anyNumberOfStepsReturns(double number) throws IOException {
    steps[0] = number;
    checkpoint().save(file);
    steps[0] = 7;
    checkpoint().load(file);
    assertThat(steps).containsExactly(number);
  }

  private interface Change {
    void make(Map<String, Tensor> tensors);
  }

  private void put(Tensor tensor, String message) throws IOException {
    assertRefused(tensors -> tensors.put(tensor.name(), tensor), message);
  }

  private void assertRefused(Change change, String message) throws IOException {
    checkpoint().save(file);
    rewrite(change);
    double[] kept = {weights[2][1], biases[0], meanOfWeights[0][1], meanOfBiases[2], steps[0]};
    spoil();
    assertThatThrownBy(() -> checkpoint().load(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
    assertSpoilt();
    weights[2][1] = kept[0];
    biases[0] = kept[1];
    meanOfWeights[0][1] = kept[2];
    meanOfBiases[2] = kept[3];
    steps[0] = kept[4];
  }

  private void rewrite(Change change) throws IOException {
    Safetensors content = Safetensors.read(file);
    Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
    change.make(tensors);
    new Safetensors(content.metadata(), new ArrayList<>(tensors.values())).write(file);
  }
}
