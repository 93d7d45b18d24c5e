package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** The interface extends the float interfaces or the double ones, and not both. */
public final class ExtendsOnePrecision implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    TypeDeclaration type = network.declaration().type();
    if (!type.isInterface()) {
      return List.of();
    }
    long precisions =
        network.declaration().interfaces().stream()
            .map(NetworkInterface::precision)
            .distinct()
            .count();
    if (precisions == 0) {
      return List.of(Message.EXTENDS_NONE.at(type.place(), type.simpleName(), type.simpleName()));
    }
    String all = String.join(" and ", network.declaration().extendedNames());
    return precisions == 1
        ? List.of()
        : List.of(Message.EXTENDS_BOTH_PRECISIONS.at(type.place(), type.simpleName(), all));
  }
}
