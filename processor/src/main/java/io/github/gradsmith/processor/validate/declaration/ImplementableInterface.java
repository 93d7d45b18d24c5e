package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A class beside the interface can implement it: it is neither generic, private nor sealed. */
public final class ImplementableInterface implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    TypeDeclaration type = network.declaration().type();
    List<Fault> faults = new ArrayList<>();
    if (!type.isInterface()) {
      return faults;
    }
    if (!type.typeParameters().isEmpty()) {
      String parameters = String.join(", ", type.typeParameters());
      faults.add(Message.GENERIC_INTERFACE.at(type.place(), type.simpleName(), parameters));
    }
    type.privateType()
        .ifPresent(
            name ->
                faults.add(Message.PRIVATE_INTERFACE.at(type.place(), type.simpleName(), name)));
    if (type.isSealed()) {
      faults.add(Message.SEALED_INTERFACE.at(type.place(), type.simpleName()));
    }
    return faults;
  }
}
