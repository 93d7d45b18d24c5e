package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.EnumMap;
import java.util.Map;

/** Methods that give what a network says of a row, and the row as it sees it. */
final class AnswerMethods {
  private final NetworkPlan plan;
  private final RowModel rows;
  private final RowNames names;
  private final ElementType scalar;
  private final EncodeMethod encoding;
  private final String row;

  AnswerMethods(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.rows = plan.model().rows().orElseThrow();
    this.names = new RowNames(plan);
    this.scalar = scalar;
    this.encoding = new EncodeMethod(plan, scalar);
    this.row = names.variable(rows.row());
  }

  /** A method of a form that takes a row. */
  MethodSpec of(RowModel.Method method) {
    MethodSpec.Builder builder =
        Overriding.method(method.name()).addParameter(RowNames.type(rows.row()), row);
    return switch (method.form()) {
      case CLASSIFY -> classify(builder, method);
      case DECIDE ->
          builder
              .returns(TypeName.BOOLEAN)
              .addCode(forward())
              .addStatement("return $L", decision(0))
              .build();
      case VALUE ->
          builder
              .returns(RowNames.type(method.returned()))
              .addCode(requireTargets(method))
              .addCode(forward())
              .addStatement("return $L", number(method.outputs().get(0), method.returned()))
              .build();
      case NAMED -> named(builder, method);
      case PROBABILITIES -> probabilities(builder, method);
      case FORWARD ->
          builder
              .returns(scalar.array())
              .addCode(encode(RowNames.ENCODED))
              .addStatement("return forward($L)", RowNames.ENCODED)
              .build();
      case FORWARD_INTO ->
          builder
              .addParameter(scalar.array(), "output")
              .addCode(encode(RowNames.ENCODED))
              .addStatement("forward($L, output)", RowNames.ENCODED)
              .build();
      case ENCODE ->
          builder
              .returns(scalar.array())
              .addStatement("$T input = new $T[$L]", scalar.array(), scalar.type(), inputs())
              .addCode(encode("input"))
              .addStatement("return input")
              .build();
      default ->
          builder
              .addParameter(scalar.array(), "input")
              .addStatement("$T.length(input, $L, $S)", ElementType.ARGUMENTS, inputs(), "input")
              .addCode(encode("input"))
              .build();
    };
  }

  private int inputs() {
    return plan.model().input().numbers();
  }

  private CodeBlock encode(String into) {
    return CodeBlock.builder().addStatement("$L($L, $L)", encoding.name(), row, into).build();
  }

  private CodeBlock forward() {
    return encode(RowNames.ENCODED).toBuilder()
        .addStatement("forward($L, $L)", RowNames.ENCODED, RowNames.OUTPUTS)
        .build();
  }

  private static CodeBlock requireTargets(RowModel.Method method) {
    return method.outputs().stream().anyMatch(RowTarget::needsState)
        ? CodeBlock.builder().addStatement("$L.requireTargets()", RowNames.STATE).build()
        : CodeBlock.of("");
  }

  private MethodSpec classify(MethodSpec.Builder builder, RowModel.Method method) {
    int number = method.outputs().get(0).enumNumber();
    return builder
        .returns(RowNames.type(method.returned()))
        .addCode(encode(RowNames.ENCODED))
        .addStatement("return $L", constant(number, CodeBlock.of("classify($L)", RowNames.ENCODED)))
        .build();
  }

  private CodeBlock constant(int number, CodeBlock column) {
    return CodeBlock.of(
        "$L[$L.ordinal($L, $L)]", names.constants(number), RowNames.STATE, number, column);
  }

  private CodeBlock decision(int at) {
    return CodeBlock.of(
        scalar.isFloat() ? "$L[$L] >= 0.5f" : "$L[$L] >= 0.5", RowNames.OUTPUTS, at);
  }

  /** What an output means, scaling undone. */
  private CodeBlock number(RowTarget output, RowType type) {
    String a = RowNames.OUTPUTS + "[" + output.at() + "]";
    boolean isFloat = type.text().equals("float");
    if (output.kind() instanceof RowTarget.Plain) {
      return CodeBlock.of(isFloat && !scalar.isFloat() ? "(float) $L" : "$L", a);
    }
    if (output.kind() instanceof RowTarget.Rescaled by) {
      return CodeBlock.of(
          isFloat ? "(float) (($L - $L) / $L)" : "($L - $L) / $L", a, by.offset(), by.scale());
    }
    return CodeBlock.of(
        isFloat ? "(float) $L.decoded($L, $L)" : "$L.decoded($L, $L)",
        RowNames.STATE,
        a,
        output.at());
  }

  private MethodSpec named(MethodSpec.Builder builder, RowModel.Method method) {
    CodeBlock components =
        method.outputs().stream().map(this::component).collect(CodeBlock.joining(",$W"));
    TypeName type = RowNames.type(method.returned());
    return builder
        .returns(type)
        .addCode(requireTargets(method))
        .addCode(forward())
        .addStatement("return new $T($L)", type, components)
        .build();
  }

  private CodeBlock component(RowTarget output) {
    if (output.enumNumber() >= 0) {
      ClassName columns = EncodeMethod.columns(scalar);
      return constant(
          output.enumNumber(),
          CodeBlock.of(
              "$T.largest($L, $L, $L)", columns, RowNames.OUTPUTS, output.at(), output.width()));
    }
    return output.kind() instanceof RowTarget.Flag
        ? decision(output.at())
        : number(output, output.type());
  }

  private MethodSpec probabilities(MethodSpec.Builder builder, RowModel.Method method) {
    RowTarget output = method.outputs().get(0);
    TypeName key = RowNames.type(output.type());
    TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), key, scalar.box());
    return builder
        .returns(map)
        .addCode(forward())
        .addStatement("$T byConstant = new $T<>($T.class)", map, EnumMap.class, key)
        .beginControlFlow("for (int j = 0; j < $L; j++)", output.width())
        .addStatement(
            "byConstant.put($L, $L[j])",
            constant(output.enumNumber(), CodeBlock.of("j")),
            RowNames.OUTPUTS)
        .endControlFlow()
        .addStatement("return byConstant")
        .build();
  }
}
