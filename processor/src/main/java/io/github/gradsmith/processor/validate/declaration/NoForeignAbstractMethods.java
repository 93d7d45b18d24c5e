package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.row.RowJudge;
import io.github.gradsmith.processor.validate.rule.Rule;
import io.github.gradsmith.processor.validate.rule.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every abstract method is one that the generated class implements. */
public final class NoForeignAbstractMethods implements Rule {
  /** What every class inherits as public and not final from {@code Object}. */
  private static final Set<String> OF_OBJECT =
      Set.of("equals(java.lang.Object)", "hashCode()", "toString()");

  private static final String KOTLIN =
      "Its Kotlin body is not in the interface, as Kotlin was told to put it elsewhere. Compile with"
          + " -jvm-default=enable (before Kotlin 2.2: -Xjvm-default=all).";

  private static final String CURE = "Remove it, or make it default or static. " + RowJudge.FORMS;

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (network.declaration().interfaces().isEmpty()) {
      return List.of();
    }
    List<String> promised =
        network.declaration().promised().stream().map(MethodDeclaration::signature).toList();
    Set<String> ofRows = RowJudge.signatures(network);
    return network.declaration().methods().stream()
        .filter(method -> !method.isDefault())
        .filter(method -> !promised.contains(method.signature()))
        .filter(method -> !ofRows.contains(method.signature()))
        .filter(method -> !OF_OBJECT.contains(method.signature()))
        .map(method -> foreign(method, network, promised))
        .toList();
  }

  private static Fault foreign(
      MethodDeclaration method, ResolvedNetwork network, List<String> promised) {
    String extended = String.join(" or ", network.declaration().extendedNames());
    Optional<String> meant = Spelling.nearest(method.signature(), promised);
    return Message.FOREIGN_ABSTRACT_METHOD.at(
        method.place(),
        method.declaredIn(),
        method.signature(),
        network.declaration().type().generatedName(),
        extended,
        meant
            .map(signature -> "Did you mean " + signature + "?")
            .orElse(method.bodyElsewhere() ? KOTLIN : CURE));
  }
}
