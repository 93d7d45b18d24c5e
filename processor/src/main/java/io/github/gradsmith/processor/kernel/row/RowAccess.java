package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.internal.row.RowValues;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads components: a variable for each record on the way, an accessor for the component. */
final class RowAccess {
  private final RowNames names;
  private final CodeBlock.Builder code;
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * In a method.
   *
   * @param root the variable of the record that all paths begin at
   */
  RowAccess(RowNames names, CodeBlock.Builder code, String root) {
    this.names = names;
    this.code = code;
    variables.put("", root);
    taken.add(root);
  }

  /** The accessor of the last component; variables of records on the way are declared first. */
  CodeBlock of(List<RowColumn.Step> path) {
    List<String> before = new ArrayList<>();
    String variable = variables.get("");
    for (RowColumn.Step step : path.subList(0, path.size() - 1)) {
      before.add(step.name());
      String key = String.join(".", before);
      if (!variables.containsKey(key)) {
        String next = local(String.join("_", before));
        code.addStatement(
            "$T $L = $T.present($L.$L(), $S)",
            RowNames.type(step.type()),
            next,
            RowValues.class,
            variable,
            step.name(),
            key);
        variables.put(key, next);
      }
      variable = variables.get(key);
    }
    return CodeBlock.of("$L.$L()", variable, path.get(path.size() - 1).name());
  }

  /** A name for a variable that is not taken. */
  String local(String name) {
    String free = names.variable(name, taken);
    taken.add(free);
    return free;
  }

  /** A component's value as a number in double, NaN if it is missing. */
  static CodeBlock number(RowType type, CodeBlock value) {
    if (type instanceof RowType.Primitive) {
      return value;
    }
    return type.text().equals("OptionalDouble")
        ? CodeBlock.of("$L.orElse($T.NaN)", value, Double.class)
        : CodeBlock.of("$T.number($L)", RowValues.class, value);
  }

  /** A constant, null if it is missing. */
  static CodeBlock constant(RowType type, CodeBlock value) {
    return type instanceof RowType.OptionalOf ? CodeBlock.of("$L.orElse(null)", value) : value;
  }
}
