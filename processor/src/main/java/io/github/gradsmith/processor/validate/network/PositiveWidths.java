package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Every layer has at least one neuron. */
public final class PositiveWidths implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Fault> faults = new ArrayList<>();
    int number = 1;
    for (Located<Integer> width : network.layers().value()) {
      if (width.value() <= 0) {
        faults.add(Message.WIDTH_NOT_POSITIVE.at(width.place(), number, width.value()));
      }
      number++;
    }
    return faults;
  }
}
