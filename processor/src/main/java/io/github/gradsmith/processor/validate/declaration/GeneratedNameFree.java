package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.GeneratedName;
import io.github.gradsmith.processor.model.NameOwner;
import io.github.gradsmith.processor.model.NetworkDeclaration;
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
  private static final String AMONG_SOURCES = "among the sources";

  private static final String CURE =
      "Take the folder of generated sources out of the sources: the compiler fills it itself";

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    NetworkDeclaration declaration = network.declaration();
    TypeDeclaration type = declaration.type();
    boolean isNamed = !type.packageName().isEmpty();
    List<Fault> faults = new ArrayList<>();
    for (String name : names(declaration)) {
      NameOwner owner = type.nameOwners().get(name);
      boolean isMember = !isNamed && declaration.takenNames().contains(name);
      if (owner == NameOwner.EARLIER_SOURCE) {
        faults.add(
            Message.LEFT_OVER.at(type.place(), name, type.simpleName(), AMONG_SOURCES, CURE));
      } else if (owner == NameOwner.USER || isMember && name.equals(type.generatedName())) {
        faults.add(Message.GENERATED_NAME_TAKEN.at(type.place(), type.simpleName(), name));
      }
    }
    return faults;
  }

  /** The classes that this network would have. */
  private static List<String> names(NetworkDeclaration declaration) {
    List<String> nesting = declaration.type().nesting();
    List<String> names = new ArrayList<>(List.of(GeneratedName.of(nesting)));
    if (declaration.simd().vectorized()) {
      names.add(GeneratedName.simd(nesting));
    }
    if (declaration.weights().isPresent() || declaration.model().isPresent()) {
      names.add(GeneratedName.weights(nesting));
    }
    if (declaration.vectors().isPresent()) {
      names.add(GeneratedName.testVectors(nesting));
    }
    return names;
  }
}
