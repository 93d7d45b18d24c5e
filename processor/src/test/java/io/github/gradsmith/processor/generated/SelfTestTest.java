package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test vectors that are compiled in, run by the generated class and by the processor. */
class SelfTestTest {
  private static final String LAYERS = "layers = {6, 5, 3}, activation = {SILU, SOFTMAX}";
  private static final String LOSS = ", loss = CROSS_ENTROPY";
  private static final int VECTORS = 4;

  @TempDir private static Path folder;

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() throws Exception {
    CompiledNetworks seeds =
        CompiledNetworks.builder()
            .add("Floats", "FloatNetwork", LAYERS + LOSS)
            .add("Doubles", "DoubleNetwork", LAYERS + LOSS)
            .compile();
    DoubleNetwork doubles = seeds.doubles("Doubles", 5);
    doubles.save(folder.resolve("weights.safetensors"));
    double[] x = new double[VECTORS * 6];
    double[] y = new double[VECTORS * 3];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sin(i);
    }
    for (int s = 0; s < VECTORS; s++) {
      double[] output = doubles.forward(Arrays.copyOfRange(x, 6 * s, 6 * s + 6));
      System.arraycopy(output, 0, y, 3 * s, 3);
    }
    new Safetensors(Map.of(), List.of(Tensor.of("x", x, VECTORS, 6), Tensor.of("y", y, VECTORS, 3)))
        .write(folder.resolve("vectors.safetensors"));
    String files = ", weights = \"weights.safetensors\", vectors = \"vectors.safetensors\"";
    networks =
        CompiledNetworks.builder()
            .add("Floats", "FloatNetwork", LAYERS + LOSS + files)
            .add("Doubles", "DoubleNetwork", LAYERS + LOSS + files)
            .compile(
                "--release", "11", "-Agradsmith.weightsDir=" + folder, "-Agradsmith.verify=true");
  }

  private static Object create(String name) throws ReflectiveOperationException {
    return networks.loader().loadClass("demo." + name + "Impl").getConstructor().newInstance();
  }

  private static double selfTest(Object network) throws ReflectiveOperationException {
    return (double) network.getClass().getMethod("selfTest").invoke(network);
  }

  @Test
  void theNetworkReproducesItsVectors() throws Exception {
    assertThat(selfTest(create("Floats"))).isBetween(1e-12, 1e-6);
    assertThat(selfTest(create("Doubles"))).isLessThan(1e-15);
  }

  @Test
  void otherParametersAreNoticed() throws Exception {
    FloatNetwork network = (FloatNetwork) create("Floats");
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    parameters[parameters.length - 1] += 0.01f;
    network.setParameters(parameters);

    assertThatThrownBy(() -> selfTest(network))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of test vector 0 is ");
  }
}
