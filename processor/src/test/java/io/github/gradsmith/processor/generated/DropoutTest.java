package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleParallelTrainer;
import io.github.gradsmith.GradientCheck;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout in generated networks: masks while training, none while predicting. */
@Tag("fast")
class DropoutTest {
  private static final int ROWS = 37;
  private static final int INPUTS = 1000;

  /** A residual, with dropout of the input, of a value that is read twice, and of the sum. */
  private static final String GRAPH =
      "@Input({7}) X, @Dropout(0.2) PART, @Dense(units = 12, activation = TANH) FIRST,"
          + " @Dropout(0.5) DROPPED, @Dense(units = 12) AGAIN, @Add({\"DROPPED\", \"AGAIN\"}) SUM,"
          + " @Dropout(0.1) LAST, @Dense(units = 3, activation = SIGMOID) OUT";

  private static final CompiledNetworks NETWORKS =
      CompiledNetworks.builder()
          .source("Masks", source("Masks", "", masks()))
          .source("Plain", source("Plain", "", GRAPH))
          .source("Momentum", source("Momentum", "@Sgd(momentum = 0.9)", GRAPH))
          .source("Adaptive", source("Adaptive", "@Adam", GRAPH))
          .source("Without", source("Without", "@Adam", GRAPH.replaceAll("@Dropout.*?\\)", "@Elementwise")))
          .source("Wide", source("Wide", "@Adam", wide()))
          .compile();

  /** The gradient of a weight is the unit's share of the loss's: 0 if the unit is dropped. */
  private static String masks() {
    return "@Input({" + INPUTS + "}) X, @Dropout(0.25) DROPPED, @Dense(units = 1) OUT";
  }

  /** Weights that are packed, and blocks of rows. */
  private static String wide() {
    return "@Input({40}) X, @Dense(units = 300, activation = RELU) FIRST, @Dropout(0.3) DROPPED,"
        + " @Dense(units = 150, activation = RELU) SECOND, @Dropout(0.3) AGAIN,"
        + " @Dense(units = 4) OUT";
  }

  private static String source(String name, String optimizer, String layers) {
    return "package demo;\n\n"
        + "import static io.github.gradsmith.Activation.*;\n"
        + "import io.github.gradsmith.*;\n"
        + "import io.github.gradsmith.layer.*;\n\n"
        + optimizer
        + "\n@Network(loss = Loss.HALF_SQUARED_ERROR)\npublic interface "
        + name
        + " extends DoubleNetwork {\n  enum Layer { "
        + layers
        + " }\n}\n";
  }

  @Test
  void show() throws Exception {
    java.nio.file.Files.writeString(Path.of("/tmp/dt/Adaptive.java"), NETWORKS.source("Adaptive"));
    java.nio.file.Files.writeString(Path.of("/tmp/dt/Plain.java"), NETWORKS.source("Plain"));
    java.nio.file.Files.writeString(Path.of("/tmp/dt/Wide.java"), NETWORKS.source("Wide"));
  }
}
