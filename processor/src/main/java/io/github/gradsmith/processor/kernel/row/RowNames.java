package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.model.row.TypeRef;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of constants, fields, methods and variables of rows. */
final class RowNames {
  static final String SCHEMA = "ROWS";

  /** The field that holds statistics and orders of enums. */
  static final String STATE = Names.ROWS;

  /** The row that is worked on, as numbers. */
  static final String ENCODED = "encoded";

  static final String OUTPUTS = "outputs";
  static final String TARGETS = "targets";

  private static final Set<String> TAKEN =
      Set.of(STATE, ENCODED, OUTPUTS, TARGETS, "x", "t", "i", "j", "v", "all", "inputs", "seen");

  private final RowModel rows;
  private final Names names;
  private final List<String> enums = new ArrayList<>();

  RowNames(NetworkPlan plan) {
    this.rows = plan.model().rows().orElseThrow();
    this.names = new Names(plan);
    Set<String> taken = new HashSet<>(Set.of(SCHEMA, "TOPOLOGY", "TILE", "VECTOR"));
    for (RowType.Constants type : rows.enums()) {
      String free = constant(type.name().simpleName());
      while (free.startsWith("LAYOUT") || !taken.add(free)) {
        free += "_";
      }
      enums.add(free);
    }
  }

  /** The constants of the enum of a number. */
  String constants(int number) {
    return enums.get(number);
  }

  /** Words or edges of a component: {@code PLACE_AGE_EDGES}. */
  String constants(RowColumn column, String what) {
    return constant(column.name().replace('.', '_')) + "_" + what;
  }

  /** {@code HEAT_PUMP} of {@code heatPump}. */
  private static String constant(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins =
          i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1));
      text.append(begins && name.charAt(i - 1) != '_' ? "_" : "").append(c);
    }
    return text.toString().toUpperCase(Locale.ROOT);
  }

  /** What a variable of a record is called. */
  String variable(RowType.Row type) {
    return variable(type.name().simpleName(), Set.of());
  }

  /** Likewise of several. */
  String variables(RowType.Row type) {
    String name = variable(type);
    return TAKEN.contains(name + "s") ? name + "s_" : name + "s";
  }

  /** A name for a variable, beside others. */
  String variable(String name, Set<String> others) {
    String free = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    while (SourceVersion.isKeyword(free) || TAKEN.contains(free) || others.contains(free)) {
      free += "_";
    }
    return free;
  }

  /** A name for a method of ours that no method of rows has. */
  String method(String name) {
    String free = names.method(name);
    while (isOfRows(free)) {
      free = names.method(free + "_");
    }
    return free;
  }

  private boolean isOfRows(String name) {
    return rows.methods().stream().anyMatch(method -> method.name().equals(name));
  }

  static ClassName type(TypeRef name) {
    List<String> nesting = name.nesting();
    return ClassName.get(
        name.packageName(),
        nesting.get(0),
        nesting.subList(1, nesting.size()).toArray(String[]::new));
  }

  /** A type that a method returns. */
  static TypeName type(RowType type) {
    if (type instanceof RowType.Row row) {
      return type(row.name());
    }
    if (type instanceof RowType.Constants constants) {
      return type(constants.name());
    }
    if (type instanceof RowType.Array array) {
      return ArrayTypeName.of(type(array.of()));
    }
    return switch (type.text()) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> TypeName.VOID;
    };
  }
}
