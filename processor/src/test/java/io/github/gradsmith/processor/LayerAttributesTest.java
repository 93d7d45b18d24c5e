package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every attribute of every kind of layer gets into the model. */
class LayerAttributesTest {
  private static final JavaFileObject KINDS =
      Sources.source(
          "demo.Kinds",
          "package demo;",
          "import static io.github.gradsmith.Activation.*;",
          "import io.github.gradsmith.*;",
          "import io.github.gradsmith.layer.*;",
          "@Network(initializer = Initializer.LECUN_NORMAL)",
          "interface Kinds extends FloatNetwork {",
          "  enum Kind {",
          "    @Input({8}) ROW,",
          "    @Slice(begin = 0, end = 6) NUMBERS,",
          "    @Normalization SCALED,",
          "    @Slice(begin = 6, end = 8, axis = -1, from = \"ROW\") CODES,",
          "    @Embedding(categories = 5, units = 6) TABLE,",
          "    @Transpose TURNED,",
          "    @Flatten FLAT,",
          "    @Dense(units = 6, activation = GELU, bias = false) SMALL,",
          "    @LayerNorm(epsilon = 1e-3) NORM,",
          "    @Dropout(0.5) DROPPED,",
          "    @Multiply(value = {\"DROPPED\", \"SCALED\", \"SCALED\"}, activation = RELU) GATED,",
          "    @Add(value = {\"GATED\", \"SMALL\"}, formula = \"z*2\") SUM,",
          "    @Elementwise(activation = TANH) BENT,",
          "    @Concat(value = {\"BENT\", \"SMALL\"}, axis = -1) ALL,",
          "    @Dense(units = 3, initializer = Initializer.HE_UNIFORM) OUT;",
          "    static final int COUNT = 15;",
          "  }",
          "  enum Other {NO, LAYERS}",
          "}");

  private static ActivationChoice named(Activation activation) {
    return new ActivationChoice.Named(activation);
  }

  @ParameterizedTest
  @EnumSource
  void attributesAreRead(Compilers compiler) {
    List<NetworkModel> models = new ArrayList<>();
    Generation none =
        model -> {
          models.add(model);
          throw new IllegalStateException("no code is wanted");
        };
    compiler.with().withProcessors(new NetworkProcessor(none)).compile(KINDS);

    NetworkModel model = models.get(0);
    assertThat(model.layers())
        .extracting(LayerModel::choice)
        .containsExactly(
            new LayerChoice.Slice(0, 6, 0),
            new LayerChoice.Normalization(),
            new LayerChoice.Slice(6, 8, 0),
            new LayerChoice.Embedding(5, 6, Initializer.LECUN_NORMAL),
            new LayerChoice.Transpose(),
            new LayerChoice.Flatten(),
            new LayerChoice.Dense(6, false, named(Activation.GELU), Initializer.LECUN_NORMAL),
            new LayerChoice.LayerNorm(1e-3),
            new LayerChoice.Dropout(0.5),
            new LayerChoice.Multiply(named(Activation.RELU)),
            new LayerChoice.Add(new ActivationChoice.Written("2 * z")),
            new LayerChoice.Elementwise(named(Activation.TANH)),
            new LayerChoice.Concat(0),
            new LayerChoice.Dense(3, true, named(Activation.IDENTITY), Initializer.HE_UNIFORM));
    assertThat(model.layers().get(4).shape()).isEqualTo(Shape.of(6, 2));
    assertThat(model.layers()).extracting(layer -> layer.name().text()).startsWith("NUMBERS");
    assertThat(model.layers().get(9).from())
        .extracting(value -> value.layer())
        .containsExactly(10, 3, 3);
  }
}
