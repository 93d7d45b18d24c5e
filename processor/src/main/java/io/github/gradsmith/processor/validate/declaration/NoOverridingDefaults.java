package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** No default method has the signature of a method that the generated class implements. */
public final class NoOverridingDefaults implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<String> promised =
        network.declaration().promised().stream().map(MethodDeclaration::signature).toList();
    return network.declaration().methods().stream()
        .filter(MethodDeclaration::isDefault)
        .filter(method -> promised.contains(method.signature()))
        .map(
            method ->
                Message.OVERRIDING_DEFAULT.at(
                    method.place(),
                    method.signature(),
                    method.declaredIn(),
                    network.declaration().type().generatedName()))
        .toList();
  }
}
