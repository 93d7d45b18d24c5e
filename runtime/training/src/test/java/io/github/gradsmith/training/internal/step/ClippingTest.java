package io.github.gradsmith.training.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Line 6: gradients are clipped as PyTorch does it. */
class ClippingTest {
  private static final Topology TOPOLOGY =
      Topology.builder()
          .layers(3, 4, 2)
          .activations("SIGMOID", "SIGMOID")
          .loss("HALF_SQUARED_ERROR")
          .build();

  @Test
  void gradientsAreClippedAsByPyTorch() throws IOException {
    List<String> lines;
    try (InputStream in = ClippingTest.class.getResourceAsStream("/oracle/clipping.csv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
    assertThat(lines).hasSize(12);
    for (String line : lines) {
      String[] row = line.split(",");
      double limit = Double.parseDouble(row[2]);
      DoubleClipping clipping =
          row[1].equals("norm")
              ? new DoubleClipping(TOPOLOGY, limit, 0)
              : new DoubleClipping(TOPOLOGY, 0, limit);
      double[] gradient = numbers(row[4]);
      double[] expected = numbers(row[5]);
      double norm = Double.parseDouble(row[3]);
      assertThat(clipping.apply(gradient)).isCloseTo(norm, within(1e-12 * Math.max(1, norm)));
      for (int i = 0; i < gradient.length; i++) {
        assertThat(gradient[i])
            .as(line)
            .isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }

  @Test
  void rowsAreThoseOfTheTensors() {
    assertThat(FloatClipping.rowEnds(TOPOLOGY.parameters()))
        .containsExactly(3, 6, 9, 12, 16, 20, 24, 26);
  }

  @Test
  void anInfiniteGradientIsLeftAlone() {
    float[] gradient = new float[26];
    gradient[7] = Float.POSITIVE_INFINITY;
    gradient[8] = 3;
    assertThat(new FloatClipping(TOPOLOGY, 1, 0).apply(gradient))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(gradient[8]).isEqualTo(3);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
