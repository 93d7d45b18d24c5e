package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.internal.row.RowFile;
import io.github.gradsmith.internal.row.RowState;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** All that typed rows add to a generated class; nothing where there are none. */
public final class RowKernel {
  /** Bytes of a text of numbers: a class file has at most 65,535 for one. */
  private static final int PART = 48_000;

  private RowKernel() {}

  /** Fields. */
  public static ClassParts fields(NetworkPlan plan, ElementType scalar) {
    return plan.model().rows().isEmpty()
        ? ClassParts.ofFields(List.of())
        : ClassParts.ofFields(new RowFields(plan, scalar).all());
  }

  /** The methods that the interface asks for. */
  public static List<MethodSpec> publicMethods(NetworkPlan plan, ElementType scalar) {
    List<MethodSpec> methods = new ArrayList<>();
    if (plan.model().rows().isEmpty()) {
      return methods;
    }
    AnswerMethods answers = new AnswerMethods(plan, scalar);
    ExampleMethods examples = new ExampleMethods(plan, scalar);
    for (RowModel.Method method : plan.model().rows().get().methods()) {
      methods.add(
          switch (method.form()) {
            case ADAPT, ADAPT_ROWS, ROWS, STEP -> examples.of(method);
            default -> answers.of(method);
          });
    }
    methods.add(
        Overriding.method("rowState")
            .returns(RowState.class)
            .addStatement("return $L", RowNames.STATE)
            .build());
    return methods;
  }

  /** The methods that they call. */
  public static List<MethodSpec> privateMethods(NetworkPlan plan, ElementType scalar) {
    List<MethodSpec> methods = new ArrayList<>();
    if (plan.model().rows().isEmpty()) {
      return methods;
    }
    RowModel rows = plan.model().rows().get();
    EncodeMethod encoding = new EncodeMethod(plan, scalar);
    boolean adapts = rows.has(RowForm.ADAPT) || rows.has(RowForm.ADAPT_ROWS);
    boolean encodes =
        rows.methods().stream()
                .anyMatch(m -> m.form() != RowForm.ADAPT && m.form() != RowForm.ADAPT_ROWS)
            || rows.adaptsLayers() && plan.trains();
    if (encodes) {
      methods.add(encoding.encode());
      methods.addAll(encoding.scalings());
    }
    if (rows.has(RowForm.ROWS) || rows.has(RowForm.STEP)) {
      methods.add(new ExampleMethods(plan, scalar).targets());
    }
    if (adapts) {
      methods.add(encoding.numbers());
    }
    return methods;
  }

  /** What a new network knows of rows. */
  public static CodeBlock creation() {
    return CodeBlock.of("new $T($L)", RowState.class, RowNames.SCHEMA);
  }

  /** Sets what the compiled weights say of rows. */
  public static CodeBlock baked(NetworkPlan plan) {
    return plan.model()
        .rows()
        .flatMap(RowModel::baked)
        .map(
            baked ->
                CodeBlock.builder()
                    .addStatement(
                        "$T.setCompiled($L, $S, $S, $L, $L)",
                        RowFile.class,
                        RowNames.STATE,
                        baked.features(),
                        baked.outputs(),
                        numbers(baked.inputs()),
                        numbers(baked.targets()))
                    .build())
        .orElse(CodeBlock.of(""));
  }

  private static CodeBlock numbers(double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    List<CodeBlock> parts = new ArrayList<>();
    for (int from = 0; from < bytes.capacity(); from += PART) {
      byte[] part =
          Arrays.copyOfRange(bytes.array(), from, Math.min(bytes.capacity(), from + PART));
      parts.add(CodeBlock.of("$S", Base64.getEncoder().encodeToString(part)));
    }
    return CodeBlock.of(
        "$T.doubles($L)", ElementType.COMPILED_WEIGHTS, CodeBlock.join(parts, ",$W"));
  }
}
