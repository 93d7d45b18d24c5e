package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.weights.Checkpoint;
import io.github.gradsmith.internal.weights.WeightFile;
import io.github.gradsmith.npz.Npz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Who must have NaN and infinities in files can have them. */
@Isolated("sets a property that all networks of the JVM read")
class AllowedNonFiniteTest {
  private static final String PROPERTY = "gradsmith.allowNonFinite";
  private static final double[] PARAMETERS = {
    Double.NaN, 0.5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY
  };
  private static final float[] NARROW = {
    Float.NaN, 0.5f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY
  };

  private final PlainDoubleNetwork doubles = new PlainDoubleNetwork(1, 2);
  private final PlainFloatNetwork floats = new PlainFloatNetwork(1, 2);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void allow() {
    file = folder.resolve("file");
    doubles.setParameters(PARAMETERS);
    floats.setParameters(NARROW);
    System.setProperty(PROPERTY, "true");
  }

  @AfterEach
  void forbid() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void weightFilesHoldThem() throws IOException {
    WeightFile.save(doubles, file);
    assertThat(WeightFile.loadDoubles(doubles.topology(), file)).isEqualTo(PARAMETERS);
    assertThat(WeightFile.loadFloats(doubles.topology(), file)).isEqualTo(NARROW);
    WeightFile.save(floats, file);
    assertThat(WeightFile.loadDoubles(doubles.topology(), file)).isEqualTo(PARAMETERS);
    System.setProperty(PROPERTY, "false");
    assertThatThrownBy(() -> WeightFile.loadDoubles(doubles.topology(), file))
        .isInstanceOf(WeightsException.class);
  }

  @Test
  void npzFilesHoldThem() throws IOException {
    Npz.of(doubles).write(file);
    PlainFloatNetwork loaded = new PlainFloatNetwork(1, 2);
    Npz.read(file).loadInto(loaded);
    float[] parameters = new float[4];
    loaded.getParameters(parameters);
    assertThat(parameters).isEqualTo(NARROW);
  }

  @Test
  void modelsHoldThem() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Onnx.write(floats, out);
    Onnx.write(doubles, file);
    assertThat(out.size()).isPositive();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void trainingHoldsThem() throws IOException {
    double[][] weights = {{1, 2}, {3, 4}};
    double[] biases = {5, 6};
    double[][] means = {{Double.NaN, 2}, {3, Double.NEGATIVE_INFINITY}};
    Checkpoint checkpoint = new Checkpoint(new PlainDoubleNetwork(2, 2).topology());
    WeightLayout layout = WeightLayout.rows(2, 2);
    checkpoint.addParameters(2, layout, weights, biases);
    checkpoint.addState("exp_avg", 2, layout, means, new double[2]);
    checkpoint.save(file);
    means[0][0] = means[1][1] = 0;

    checkpoint.load(file);

    assertThat(means[0]).containsExactly(Double.NaN, 2);
    assertThat(means[1]).containsExactly(3, Double.NEGATIVE_INFINITY);
  }

  /** Such a number is none that a network of floats could hold as it is. */
  @Test
  void finiteNumbersAreNotMadeInfinite() throws IOException {
    doubles.setParameters(new double[] {Double.NaN, 1e39, 0, 0});
    WeightFile.save(doubles, file);
    assertThatThrownBy(() -> WeightFile.loadFloats(doubles.topology(), file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(file + ": tensor layer2.weight holds 1.0E39 at [1, 0], too large for a float");
  }
}
