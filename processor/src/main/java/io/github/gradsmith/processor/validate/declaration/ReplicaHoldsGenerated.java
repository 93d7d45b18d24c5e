package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Set;

/** A redeclared {@code replica} or {@code copy} returns a type of which the generated class is. */
public final class ReplicaHoldsGenerated implements Rule {
  private static final Set<String> OF_OUR_TYPE = Set.of("replica()", "copy()");

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (network.declaration().interfaces().isEmpty()) {
      return List.of();
    }
    TypeDeclaration type = network.declaration().type();
    return network.declaration().methods().stream()
        .filter(method -> OF_OUR_TYPE.contains(method.signature()) && !method.isDefault())
        .filter(method -> !method.mayReturnGenerated())
        .map(
            method ->
                Message.REPLICA_TYPE.at(
                    method.place(),
                    method.declaredIn(),
                    method.name(),
                    method.returnType(),
                    type.generatedName(),
                    type.simpleName()))
        .toList();
  }
}
