package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** The annotation stands on an interface, not on a class, record, enum or annotation type. */
public final class AnnotatesInterface implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    TypeDeclaration type = network.declaration().type();
    return type.isInterface()
        ? List.of()
        : List.of(
            Message.NOT_AN_INTERFACE.at(
                network.declaration().annotation(), type.kind(), type.simpleName()));
  }
}
