package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies, and what their types are; that they are equal is seen on random networks. */
class CopyTest {
  private static final float[][] X = {{1, 2}, {0.5f, -1}, {3, 0}};
  private static final float[][] T = {{1}, {0}, {1}};

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    networks =
        CompiledNetworks.builder()
            .add("Plain", "FloatNetwork", "layers = {2, 3, 1}, activation = TANH")
            .add("Other", "FloatNetwork", "layers = {2, 3, 1}, activation = TANH")
            .add("Only", "FloatPredictor", "layers = {2, 3, 1}, activation = TANH")
            .source(
                "Kept",
                """
                package demo;

                import io.github.gradsmith.*;
                import io.github.gradsmith.layer.*;

                @Network
                @Adam
                public interface Kept extends FloatNetwork {
                  enum Layer {
                    @Input(2) IN,
                    @Normalization SCALED,
                    @Dense(units = 6, activation = Activation.TANH) HIDDEN,
                    @Dropout(0.5) DROPPED,
                    @Dense(units = 1) OUT
                  }

                  @Override
                  Kept copy();

                  static Kept copied(Kept kept) {
                    return kept.copy().replica().copy();
                  }

                  @Override
                  KeptImpl replica();
                }
                """)
            .compile();
  }

  /** Moments, steps, the masks' seed and statistics: the next steps are the same. */
  @Test
  void aCopyTrainsOnAsItsOriginDoes() throws IOException {
    FloatNetwork origin = networks.floats("Kept", 5);
    origin.adapt(X, 0, 3);
    origin.train(X, T, 0, 3, 0.1f);
    FloatNetwork copy = origin.copy();
    FloatNetwork taken = networks.floats("Kept", 6);
    taken.copyFrom(origin);
    assertThat(copy).hasSameClassAs(origin).isNotSameAs(origin);
    for (int step = 0; step < 5; step++) {
      float loss = origin.train(X, T, 0, 3, 0.1f);
      assertThat(copy.train(X, T, 0, 3, 0.1f)).isEqualTo(loss);
      assertThat(taken.train(X, T, 0, 3, 0.1f)).isEqualTo(loss);
    }
    assertThat(saved(copy)).isEqualTo(saved(origin)).isEqualTo(saved(taken));

    byte[] before = saved(origin);
    copy.train(X, T, 0, 3, 0.1f);
    copy.adapt(X, 0, 2);
    copy.resetOptimizer();
    assertThat(saved(origin)).isEqualTo(before).isNotEqualTo(saved(copy));
  }

  /** A file without a seed sets that of the constructor, which a copy has from its origin. */
  @Test
  void aCopyHasTheConstructorsSeed() throws IOException {
    FloatNetwork origin = networks.floats("Kept", 5);
    FloatNetwork copy = origin.copy();
    ByteArrayOutputStream parameters = new ByteArrayOutputStream();
    networks.floats("Kept", 9).save(parameters);
    origin.load(new ByteArrayInputStream(parameters.toByteArray()));
    copy.load(new ByteArrayInputStream(parameters.toByteArray()));
    assertThat(copy.train(X, T, 0, 3, 0.1f)).isEqualTo(origin.train(X, T, 0, 3, 0.1f));
    assertThat(saved(copy)).isEqualTo(saved(origin));
  }

  @Test
  void replicasSeeWhatIsTakenOver() {
    FloatNetwork network = networks.floats("Plain", 1);
    FloatNetwork replica = network.replica();
    float[] expected = networks.floats("Plain", 2).forward(X[0]);
    network.copyFrom(networks.floats("Plain", 2));
    assertThat(replica.forward(X[0])).isEqualTo(expected);
    network.copyFrom(replica);
    assertThat(network.forward(X[0])).isEqualTo(expected);
  }

  @Test
  void networksOfAnotherClassAreRefused() {
    FloatNetwork network = networks.floats("Plain", 1);
    float[] before = network.forward(X[0]);
    assertThatThrownBy(() -> network.copyFrom(networks.floats("Other", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "other is a demo.OtherImpl, expected a demo.PlainImpl: networks of one generated class"
                + " alone can be copied into each other");
    assertThatThrownBy(() -> network.copyFrom(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("other is null");
    assertThat(network.forward(X[0])).isEqualTo(before);
  }

  @Test
  void predictorsAreCopied() {
    FloatPredictor origin = networks.create("Only", 1, FloatPredictor.class);
    FloatPredictor copy = origin.copy();
    float[] before = origin.forward(X[0]);
    assertThat(copy.forward(X[0])).isEqualTo(before);
    copy.setParameters(new float[copy.parameterCount()]);
    assertThat(origin.forward(X[0])).isEqualTo(before);
    copy.copyFrom(origin);
    assertThat(copy.forward(X[0])).isEqualTo(before);
  }

  private static byte[] saved(FloatNetwork network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.saveTraining(out);
    return out.toByteArray();
  }
}
