package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.internal.row.RowGathering;
import io.github.gradsmith.internal.row.RowValues;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/** Methods that learn from examples: statistics, training rows, a step. */
final class ExampleMethods {
  private final NetworkPlan plan;
  private final RowModel rows;
  private final RowNames names;
  private final ElementType scalar;
  private final EncodeMethod encoding;

  ExampleMethods(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.rows = plan.model().rows().orElseThrow();
    this.names = new RowNames(plan);
    this.scalar = scalar;
    this.encoding = new EncodeMethod(plan, scalar);
  }

  MethodSpec of(RowModel.Method method) {
    return switch (method.form()) {
      case ADAPT -> adapt(method, example().type(), rowOf(names.variable(example().type())));
      case ADAPT_ROWS -> adapt(method, rows.row(), CodeBlock.of("$L", names.variable(rows.row())));
      case ROWS -> rows(method);
      default -> step(method);
    };
  }

  private RowModel.Example example() {
    return rows.example().orElseThrow();
  }

  private CodeBlock rowOf(String example) {
    return CodeBlock.of("$L.$L()", example, example().row());
  }

  private MethodSpec.Builder ofCollection(RowModel.Method method, RowType.Row type) {
    return Overriding.method(method.name())
        .addParameter(
            ParameterizedTypeName.get(ClassName.get(Collection.class), RowNames.type(type)),
            names.variables(type));
  }

  private MethodSpec adapt(RowModel.Method method, RowType.Row type, CodeBlock row) {
    boolean hasTargets = method.form() == RowForm.ADAPT;
    String one = names.variable(type);
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T seen = $L.gathering()", RowGathering.class, RowNames.STATE);
    code.addStatement("double[] v = new double[$L]", rows.numbers());
    code.beginControlFlow("for ($T $L : $L)", RowNames.type(type), one, names.variables(type));
    code.addStatement("$T.present($L, $S)", RowValues.class, one, one);
    code.addStatement("$L($L, v)", encoding.numbersName(), row);
    code.addStatement("seen.row(v)");
    if (hasTargets) {
      RowAccess access = new RowAccess(names, code, one);
      for (RowTarget target : example().targets()) {
        if (target.isScaled() || target.kind() instanceof RowTarget.Plain) {
          code.addStatement("seen.target($L, $L)", access.of(target.path()), target.at());
        }
      }
    }
    code.endControlFlow();
    code.addStatement("seen.finish($L)", hasTargets);
    if (rows.adaptsLayers() && plan.trains()) {
      addLayers(code, type, hasTargets);
    }
    return ofCollection(method, type).addCode(code.build()).build();
  }

  /** Layers that take statistics take those of the encoded rows. */
  private void addLayers(CodeBlock.Builder code, RowType.Row type, boolean isExample) {
    addArrays(code, type, false);
    code.beginControlFlow("for (int i = 0; i < all.length; i++)");
    CodeBlock row = isExample ? rowOf("all[i]") : CodeBlock.of("all[i]");
    code.addStatement("$L($L, inputs[i])", encoding.name(), row);
    code.endControlFlow();
    code.addStatement("adapt(inputs, 0, inputs.length)");
  }

  private void addArrays(CodeBlock.Builder code, RowType.Row type, boolean withTargets) {
    TypeName name = RowNames.type(type);
    code.addStatement(
        "$T all = $L.toArray(new $T[0])", ArrayTypeName.of(name), names.variables(type), name);
    code.addStatement(
        "$T inputs = new $T[all.length][$L]",
        scalar.matrix(),
        scalar.type(),
        plan.model().input().numbers());
    if (withTargets) {
      code.addStatement(
          "$T $L = new $T[all.length][$L]",
          scalar.matrix(),
          RowNames.TARGETS,
          scalar.type(),
          plan.last().outputs());
    }
  }

  private MethodSpec rows(RowModel.Method method) {
    CodeBlock.Builder code = CodeBlock.builder();
    addArrays(code, example().type(), true);
    code.beginControlFlow("for (int i = 0; i < all.length; i++)");
    code.addStatement("$T.present(all[i], $S)", RowValues.class, names.variable(example().type()));
    code.addStatement("$L($L, inputs[i])", encoding.name(), rowOf("all[i]"));
    code.addStatement("$L(all[i], $L[i])", targetsName(), RowNames.TARGETS);
    code.endControlFlow();
    ClassName type = ClassName.get(scalar.isFloat() ? FloatRows.class : DoubleRows.class);
    return ofCollection(method, example().type())
        .returns(type)
        .addCode(code.build())
        .addStatement("return $T.of(inputs, $L)", type, RowNames.TARGETS)
        .build();
  }

  private MethodSpec step(RowModel.Method method) {
    String one = names.variable(example().type());
    return Overriding.method(method.name())
        .returns(scalar.type())
        .addParameter(RowNames.type(example().type()), one)
        .addParameter(scalar.type(), "learningRate")
        .addStatement("$T.present($L, $S)", RowValues.class, one, one)
        .addStatement("$L($L, $L)", encoding.name(), rowOf(one), RowNames.ENCODED)
        .addStatement("$L($L, $L)", targetsName(), one, RowNames.TARGETS)
        .addStatement("return train($L, $L, learningRate)", RowNames.ENCODED, RowNames.TARGETS)
        .build();
  }

  private String targetsName() {
    return names.method("encodeTargets");
  }

  /** The targets of an example as the network learns them. */
  MethodSpec targets() {
    String one = names.variable(example().type());
    CodeBlock.Builder code = CodeBlock.builder();
    RowAccess access = new RowAccess(names, code, one);
    if (example().isScaled()) {
      code.addStatement("$L.requireTargets()", RowNames.STATE);
    }
    for (RowTarget target : example().targets()) {
      add(code, target, access.of(target.path()));
    }
    return MethodSpec.methodBuilder(targetsName())
        .addJavadoc("The targets of an example as the network learns them.")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(RowNames.type(example().type()), one)
        .addParameter(scalar.array(), "t")
        .addCode(code.build())
        .build();
  }

  private void add(CodeBlock.Builder code, RowTarget target, CodeBlock value) {
    String cast = scalar.isFloat() ? "(float) " : "";
    if (target.enumNumber() >= 0) {
      code.addStatement(
          "$T.oneHot(t, $L, $L.columns($L), $L, $S)",
          EncodeMethod.columns(scalar),
          target.at(),
          RowNames.STATE,
          target.enumNumber(),
          value,
          target.name());
    } else if (target.kind() instanceof RowTarget.Flag) {
      code.addStatement("t[$L] = $L ? 1 : 0", target.at(), value);
    } else if (target.kind() instanceof RowTarget.Rescaled by) {
      code.addStatement(
          "t[$L] = $L($L * $L + $L)",
          target.at(),
          cast,
          present(value, target),
          by.scale(),
          by.offset());
    } else if (target.isScaled()) {
      code.addStatement(
          "t[$1L] = $2L$3L.target($4L, $1L)", target.at(), cast, RowNames.STATE, value);
    } else {
      code.addStatement("t[$L] = $L$L", target.at(), cast, present(value, target));
    }
  }

  private static CodeBlock present(CodeBlock value, RowTarget target) {
    return CodeBlock.of("$T.present($L, $S)", RowValues.class, value, target.name());
  }
}
