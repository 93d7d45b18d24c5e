package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.TypeDeclaration;
import java.util.List;

/** No other type has the name of the generated class. */
final class GeneratedNameFree implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    TypeDeclaration type = declaration.type();
    return type.generatedNameTaken()
        ? List.of(
            Message.GENERATED_NAME_TAKEN.at(type.place(), type.simpleName(), type.generatedName()))
        : List.of();
  }
}
