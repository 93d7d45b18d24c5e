package io.github.gradsmith.processor.generated;

import java.util.stream.Stream;

/** A small network in each precision for every optimizer, compiled once for all tests. */
final class OptimizedNetworks {
  static final String ATTRIBUTES = "layers = {3, 17, 2}, activation = TANH";

  private static final CompiledNetworks NETWORKS = compile();

  private OptimizedNetworks() {}

  private static CompiledNetworks compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    OptimizerSetting.ALL.forEach(
        (name, setting) -> {
          builder.add(name + "Double", "DoubleNetwork", ATTRIBUTES, setting.annotation());
          builder.add(name + "Float", "FloatNetwork", ATTRIBUTES, setting.annotation());
        });
    builder.add("Predictor", "DoublePredictor", ATTRIBUTES);
    return builder.compile();
  }

  /** All of them, and {@code Predictor}, which has the same layers. */
  static CompiledNetworks all() {
    return NETWORKS;
  }

  /** Names of those that train: an optimizer's, then the precision. */
  static Stream<String> names() {
    return OptimizerSetting.names().stream()
        .flatMap(name -> Stream.of(name + "Double", name + "Float"));
  }

  static OptimizerSetting setting(String network) {
    return OptimizerSetting.of(network.replaceAll("Double|Float", ""));
  }
}
