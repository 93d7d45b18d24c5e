package io.github.gradsmith.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Topology;
import io.github.gradsmith.fuzz.MutatedFiles;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.safetensors.MutatedTensors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mutated safetensors files load into a training's arrays, or are refused and change nothing. */
class MutatedCheckpointTest {
  private static final Topology TOPOLOGY =
      Topology.builder()
          .layers(3, 4, 2)
          .activations("SIGMOID", "IDENTITY")
          .loss("HALF_SQUARED_ERROR")
          .build();

  private final double[][][] weights = {new double[4][3], new double[2][4]};
  private final double[][] biases = {new double[4], new double[2]};
  private final double[][][] momenta = {new double[4][3], new double[2][4]};
  private final double[][] momentaOfBiases = {new double[4], new double[2]};
  private final double[] steps = new double[1];

  @Test
  void theyLoadOrChangeNothing() {
    Checkpoint checkpoint = new Checkpoint(TOPOLOGY);
    for (int k = 0; k < 2; k++) {
      WeightLayout layout = WeightLayout.rows(weights[k][0].length, weights[k].length);
      checkpoint.addParameters(k + 2, layout, weights[k], biases[k]);
      checkpoint.addState("m", k + 2, layout, momenta[k], momentaOfBiases[k]);
    }
    checkpoint.addSteps(steps);
    MutatedFiles.Target target =
        new MutatedFiles.Target() {
          @Override
          public void load(byte[] file) throws IOException {
            WeightFile.loadFloats(TOPOLOGY, new ByteArrayInputStream(file));
            checkpoint.load(new ByteArrayInputStream(file));
          }

          @Override
          public long[] bits() {
            return all().mapToLong(Double::doubleToRawLongBits).toArray();
          }
        };

    double refused = MutatedFiles.refused(MutatedCheckpointTest.class, MutatedTensors::of, target);

    assertThat(refused).isBetween(0.5, 0.95);
    assertThat(steps).as("some file was loaded whole").containsExactly(7);
  }

  private DoubleStream all() {
    return Stream.of(
            Arrays.stream(weights).flatMap(Arrays::stream),
            Arrays.stream(biases),
            Arrays.stream(momenta).flatMap(Arrays::stream),
            Arrays.stream(momentaOfBiases),
            Stream.of(steps))
        .flatMap(arrays -> arrays)
        .flatMapToDouble(Arrays::stream);
  }
}
