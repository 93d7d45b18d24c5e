package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * No other type has the name of a generated class. A nested one may, but in the unnamed package,
 * where no other name tells the two apart.
 */
public final class GeneratedNameFree implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    TypeDeclaration type = network.declaration().type();
    List<Fault> faults = new ArrayList<>();
    boolean isNamed = !type.packageName().isEmpty();
    if (type.generatedNameTaken()
        || !isNamed && network.declaration().takenNames().contains(type.generatedName())) {
      faults.add(taken(type, type.generatedName()));
    }
    if (type.simdNameTaken() && network.declaration().simd().vectorized()) {
      faults.add(taken(type, type.simdName()));
    }
    return faults;
  }

  private static Fault taken(TypeDeclaration type, String name) {
    return Message.GENERATED_NAME_TAKEN.at(type.place(), type.simpleName(), name);
  }
}
