package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters of a network as a file of NumPy. */
class NpzParametersTest {
  @Test
  void parametersGoOutAndInAgain() throws IOException {
    PlainFloatNetwork network = new PlainFloatNetwork(3, 2, 1);
    float[] parameters = new float[network.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = i + 0.25f;
    }
    network.setParameters(parameters);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.of(network).write(out);
    network.setParameters(new float[parameters.length]);

    Npz.read(new ByteArrayInputStream(out.toByteArray())).loadInto(network);

    float[] loaded = new float[parameters.length];
    network.getParameters(loaded);
    assertThat(loaded).containsExactly(parameters);
    Npz other = new Npz(List.of(Tensor.of("layer2.weight", new float[1], 1, 1)));
    assertThatThrownBy(() -> other.loadInto(network))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("layer2.weight has shape [1, 1]");
    network.getParameters(loaded);
    assertThat(loaded).containsExactly(parameters);
  }

  @Test
  void aFileWithNumbersThatAreNotFiniteIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("diverged.npz");
    new Npz(
            List.of(
                Tensor.of("layer2.weight", new double[] {1, Double.NaN}, 1, 2),
                Tensor.of("layer2.bias", new double[] {1e300}, 1)))
        .write(file);
    Npz read = Npz.read(file);

    assertThatThrownBy(() -> read.loadInto(new PlainFloatNetwork(2, 1)))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(file + ": tensor layer2.weight holds NaN at [0, 1]");
    assertThatThrownBy(() -> read.loadInto(new PlainDoubleNetwork(2, 1)))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(file + ": tensor layer2.weight holds NaN at [0, 1]");
  }
}
