package io.github.gradsmith.processor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.BakedWeights;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.verify.VectorCheck.Deviation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class VectorCheckTest {
  /** a₂ = 2 x + 1, a₃ = 3 a₂ + 4, y = a₃ + a₂: for x = 4 it is 9, 31 and 40. */
  private static final NetworkModel RESIDUAL =
      network(new double[] {2, 1, 3, 4}, dense(2, Value.INPUT), dense(3, 2), dense(4, 3, 2));

  @Test
  void aLayerReadsTheValuesThatItNames() {
    assertThat(VectorCheck.first(RESIDUAL, vectors(40))).isEmpty();
    assertThat(VectorCheck.first(RESIDUAL, vectors(41))).contains(new Deviation(0, 0, 40, 41));
  }

  private static TestVectors vectors(double output) {
    return new TestVectors("vectors", new double[] {4}, new double[] {output}, 1e-12);
  }

  private static LayerModel dense(int number, int... from) {
    ActivationChoice identity = new ActivationChoice.Named(Activation.IDENTITY);
    return Layers.of(
        number,
        from.length == 1
            ? new LayerChoice.Dense(1, true, identity, Initializer.AUTO)
            : new LayerChoice.Add(identity),
        IntStream.of(from).mapToObj(value -> new Value(value, Shape.of(1))).toList());
  }

  private static NetworkModel network(double[] parameters, LayerModel... layers) {
    return new NetworkModel(
        "demo",
        List.of("Net"),
        true,
        Precision.DOUBLE,
        false,
        InputModel.ofChain(layers[0].inputs()),
        List.of(layers),
        new LossChoice.Named(Loss.HALF_SQUARED_ERROR),
        OptimizerChoice.PLAIN,
        Optional.of(new BakedWeights("weights", parameters)),
        Optional.empty(),
        Simd.OFF,
        false,
        Set.of(),
        true,
        false,
        Optional.empty());
  }
}
