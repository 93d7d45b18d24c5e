package io.github.gradsmith.processor.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class DenseKindTest {
  private static final ActivationChoice TANH = new ActivationChoice.Named(Activation.TANH);

  @Test
  void aLayerOfAChainReadsTheOneBeforeIt() {
    LayerModel layer = Layers.dense(3, 4, 2, TANH, Initializer.HE_NORMAL);

    assertThat(layer.from()).containsExactly(new Value(2, Shape.of(4)));
    assertThat(layer.value()).isEqualTo(new Value(3, Shape.of(2)));
    assertThat(layer.reads(2)).isTrue();
    assertThat(layer.reads(1)).isFalse();
    assertThat(layer.inputs()).isEqualTo(4);
    assertThat(layer.outputs()).isEqualTo(2);
    assertThat(layer.parameters())
        .containsExactly(
            new LayerParameter("weight", Shape.of(2, 4)), new LayerParameter("bias", Shape.of(2)));
    assertThat(layer.parameterCount()).isEqualTo(10);
  }

  /** Worked by hand: 1 · 3 + 2 · 5 + 7 and −1 · 3 + 0.5 · 5 + 0.25. */
  @Test
  void sumsWhatItReadsAndAddsTheBias() {
    LayerChoice choice = new LayerChoice.Dense(2, true, TANH, Initializer.AUTO);

    double[] z =
        LayerKinds.of(choice)
            .evaluate(
                List.of(Shape.of(2)),
                List.of(new double[] {3, 5}),
                new double[] {1, 2, -1, 0.5, 7, 0.25});

    assertThat(z).containsExactly(20, -0.25);
  }

  @Test
  void shapesHoldTheProductOfTheirSizes() {
    assertThat(Shape.of(3, 28, 28).numbers()).isEqualTo(2352);
    assertThat(Shape.of(3, 28)).hasToString("{3, 28}");
    assertThatThrownBy(() -> Shape.of(3, 0)).hasMessage("no shape: {3, 0}");
    assertThatThrownBy(() -> new Shape(List.of())).hasMessage("no shape: {}");
  }
}
