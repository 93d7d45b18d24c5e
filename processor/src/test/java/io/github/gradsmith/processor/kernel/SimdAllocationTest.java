package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.generated.ForkedJvm;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HotSpot keeps the vectors of every kernel in registers, those of a large formula as well. */
class SimdAllocationTest {
  private static final List<String> FORMULAS =
      List.of(
          "log(exp(z) + exp(-z) + 2) + erf(z) * tanh(z)",
          "log(z) * erf(z) * tanh(z) * softplus(z) * expm1(z) * sigmoid(z)");

  @TempDir private Path folder;

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void compiledKernelsAllocateNothing(Path jdk) throws IOException, InterruptedException {
    List<ActivationChoice> hidden = new ArrayList<>(SimdCompanions.toolbox());
    hidden.addAll(SimdCompanions.written(FORMULAS));
    SimdCompanions companions = new SimdCompanions(hidden);
    List<String> kernels = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      String type = "demo." + SimdCompanions.name(precision, 256) + ".";
      companions.activations(precision).methods().forEach(m -> kernels.add(type + m.name()));
    }
    assertThat(new SimdJvm(companions, folder).measure(jdk, kernels))
        .hasSameSizeAs(kernels)
        .allSatisfy(line -> assertThat(line.split(" ")[1]).as(line).isEqualTo("0"));
  }
}
