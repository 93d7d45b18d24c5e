package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.internal.vector.VectorModule;
import org.junit.jupiter.api.Test;

/** Where the Vector API is in sight: networks with it and without, side by side in one JVM. */
class VectorApiTest {
  private static final String TWO = "layers = {2, 1}, activation = TANH, simd = Simd.";

  @Test
  void networksWithAndWithoutItLoadSideBySide() {
    CompiledNetworks networks =
        CompiledNetworks.builder()
            .add("Plain", "FloatNetwork", TWO + "OFF")
            .add("Vector", "FloatNetwork", TWO + "REQUIRED")
            .compileWithVectorApi();

    assertThat(networks.floats("Plain", 1).topology().kernels()).isEqualTo("plain");
    assertThat(networks.floats("Vector", 1).parameterCount()).isEqualTo(3);
    assertThat(networks.vectorSource("Plain")).isEmpty();
  }

  @Test
  void theJvmOfTheTestsHasIt() {
    assertThat(VectorModule.usable(getClass())).isTrue();
  }

  /** Other tests compile without it, so that this JVM runs plain kernels there. */
  @Test
  void isNotInSightByItself() {
    CompiledNetworks networks =
        CompiledNetworks.builder().add("Auto", "FloatNetwork", TWO + "AUTO").compile();

    assertThat(networks.vectorSource("Auto")).isEmpty();
    assertThat(networks.floats("Auto", 1).topology().kernels()).isEqualTo("plain");
  }
}
