package io.github.gradsmith.processor.validate.declaration;

import static java.util.stream.Collectors.toSet;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Set;

/** Redeclared methods that read or write still throw {@code IOException}. */
public final class InputOutputThrows implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    Set<String> throwing =
        network.declaration().promised().stream()
            .filter(MethodDeclaration::throwsIoException)
            .map(MethodDeclaration::signature)
            .collect(toSet());
    return network.declaration().methods().stream()
        .filter(method -> throwing.contains(method.signature()) && !method.isDefault())
        .filter(method -> !method.throwsIoException())
        .map(
            method ->
                Message.DROPS_IO_EXCEPTION.at(
                    method.place(),
                    method.declaredIn(),
                    method.signature(),
                    network.declaration().type().generatedName()))
        .toList();
  }
}
