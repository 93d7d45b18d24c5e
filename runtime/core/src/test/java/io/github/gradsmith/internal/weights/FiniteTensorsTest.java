package io.github.gradsmith.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every parameter in turn is not finite, on its way into files and out of them. */
@Isolated("sets a property that all networks of the JVM read")
class FiniteTensorsTest {
  private static final String PROPERTY = "gradsmith.allowNonFinite";
  private static final Topology TOPOLOGY =
      Topology.builder()
          .layers(2, 3, 1)
          .activations("SIGMOID", "IDENTITY")
          .loss("HALF_SQUARED_ERROR")
          .build();

  /** The place of each parameter, in their order. */
  private static final List<String> PLACES =
      List.of(
          "layer2.weight holds %s at [0, 0]",
          "layer2.weight holds %s at [0, 1]",
          "layer2.weight holds %s at [1, 0]",
          "layer2.weight holds %s at [1, 1]",
          "layer2.weight holds %s at [2, 0]",
          "layer2.weight holds %s at [2, 1]",
          "layer2.bias holds %s at [0]",
          "layer2.bias holds %s at [1]",
          "layer2.bias holds %s at [2]",
          "layer3.weight holds %s at [0, 0]",
          "layer3.weight holds %s at [0, 1]",
          "layer3.weight holds %s at [0, 2]",
          "layer3.bias holds %s at [0]");

  @AfterEach
  void forbid() {
    System.clearProperty(PROPERTY);
  }

  private static double[] parameters(int place, double value) {
    double[] parameters = new double[PLACES.size()];
    parameters[place] = value;
    return parameters;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("-D" + PROPERTY + "=true");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void theFirstIsNamedAndNothingIsWritten(double value) throws IOException {
    for (int i = 0; i < PLACES.size(); i++) {
      double[] wide = parameters(i, value);
      wide[PLACES.size() - 1] = i < PLACES.size() - 1 && i % 2 == 0 ? Double.NaN : wide[i];
      float[] narrow = floats(wide);
      String place = "nothing is written: " + PLACES.get(i).replace("%s", "" + value);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertRefused(() -> WeightFile.save(TOPOLOGY, wide, out), place);
      assertRefused(() -> WeightFile.save(TOPOLOGY, narrow, out), place);
      assertThat(out.size()).isZero();
      assertRefused(() -> FiniteTensors.requireWritable(TOPOLOGY, wide), place);
      assertRefused(() -> FiniteTensors.requireWritable(TOPOLOGY, narrow), place);
    }
    FiniteTensors.requireWritable(TOPOLOGY, parameters(0, Double.MAX_VALUE));
    FiniteTensors.requireWritable(TOPOLOGY, floats(parameters(0, -1)));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void theFirstIsNamedAndNothingIsLoaded(double value) throws IOException {
    for (int i = 0; i < PLACES.size(); i++) {
      String place = PLACES.get(i).replace("%s", "" + value);
      for (boolean narrow : new boolean[] {false, true}) {
        byte[] file = written(parameters(i, value), narrow);
        assertRefused(() -> WeightFile.loadFloats(TOPOLOGY, in(file)), place);
        assertRefused(() -> WeightFile.loadDoubles(TOPOLOGY, in(file)), place);
      }
    }
  }

  @Test
  void aNumberTooLargeForAFloatIsNoInfinity() throws IOException {
    byte[] file = written(parameters(4, -1e39), false);
    for (String allowed : List.of("false", "true")) {
      System.setProperty(PROPERTY, allowed);
      assertThatThrownBy(() -> WeightFile.loadFloats(TOPOLOGY, in(file)))
          .isInstanceOf(WeightsException.class)
          .hasMessageContaining("layer2.weight holds -1.0E39 at [2, 0], too large for a float");
      assertThat(WeightFile.loadDoubles(TOPOLOGY, in(file))[4]).isEqualTo(-1e39);
    }
  }

  @Test
  void whoMustHaveThemCan() throws IOException {
    System.setProperty(PROPERTY, "true");
    double[] wide = parameters(3, Double.NEGATIVE_INFINITY);
    byte[] file = written(wide, true);
    assertThat(WeightFile.loadFloats(TOPOLOGY, in(file))).containsExactly(floats(wide));
    assertThat(WeightFile.loadDoubles(TOPOLOGY, in(file))).containsExactly(wide);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WeightFile.save(TOPOLOGY, wide, out);
    assertThat(out.toByteArray()).isEqualTo(written(wide, false));
    assertThatCode(() -> FiniteTensors.requireWritable(TOPOLOGY, wide)).doesNotThrowAnyException();
  }

  private static ByteArrayInputStream in(byte[] file) {
    return new ByteArrayInputStream(file);
  }

  /** A file as it is written elsewhere, of floats or of doubles. */
  private static byte[] written(double[] values, boolean narrow) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(tensor("layer2.weight", values, 0, narrow, 3, 2));
    tensors.add(tensor("layer2.bias", values, 6, narrow, 3));
    tensors.add(tensor("layer3.weight", values, 9, narrow, 1, 3));
    tensors.add(tensor("layer3.bias", values, 12, narrow, 1));
    Map<String, String> metadata = new ParameterTensors(TOPOLOGY).metadata();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Safetensors(metadata, tensors).write(out);
    return out.toByteArray();
  }

  private static Tensor tensor(
      String name, double[] values, int from, boolean narrow, int... shape) {
    int size = shape.length == 1 ? shape[0] : shape[0] * shape[1];
    double[] part = new double[size];
    System.arraycopy(values, from, part, 0, size);
    return narrow ? Tensor.of(name, floats(part), shape) : Tensor.of(name, part, shape);
  }
}
