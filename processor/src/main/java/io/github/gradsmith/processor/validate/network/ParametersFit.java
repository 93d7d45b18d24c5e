package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** All weights and biases fit one array, as {@code getParameters} fills it. */
public final class ParametersFit implements Rule {
  /**
   * The longest array that every JVM allocates, as in {@code ArraysSupport.SOFT_MAX_ARRAY_LENGTH}.
   */
  static final long MOST = Integer.MAX_VALUE - 8L;

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Located<Integer>> layers = network.layers().value();
    if (layers.stream().anyMatch(width -> width.value() <= 0)) {
      return List.of();
    }
    long parameters = 0;
    for (int i = 1; i < layers.size(); i++) {
      long inputs = layers.get(i - 1).value();
      long outputs = layers.get(i).value();
      // Below 2^31 before the layer and below 2^62 of its own: no overflow.
      parameters += inputs * outputs + outputs;
      if (parameters > MOST) {
        return List.of(
            Message.TOO_MANY_PARAMETERS.at(
                layers.get(i).place(), i + 1, parameters, inputs, outputs, MOST));
      }
    }
    return List.of();
  }
}
