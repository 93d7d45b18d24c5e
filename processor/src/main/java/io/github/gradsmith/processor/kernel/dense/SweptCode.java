package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.kernel.elementwise.SlopeMethod;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.Schedule.Swept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows for inputs over which a mini-batch goes at once, see {@link BlockedMatMul}. */
final class SweptCode extends InputMajorCode {
  private final Swept schedule;

  SweptCode(MethodFrames frames, InputMajor shape, Swept schedule) {
    super(frames, shape);
    this.schedule = schedule;
  }

  @Override
  public List<MethodSpec> forward() {
    return List.of(
        frames.forward(names.forward(layer), "", sums(), frames.callOfActivate()),
        frames.activate());
  }

  /** All samples at once: two of them share the loads of four rows. */
  @Override
  public CodeBlock forwardOfTile() {
    String z = names.z(layer);
    return CodeBlock.builder()
        .add(
            overTile(
                CodeBlock.of(
                    "$T.arraycopy($L, 0, $L[s], 0, $L)",
                    System.class,
                    names.addend(layer),
                    z,
                    layer.outputs())))
        .addStatement(
            "$L($L, $L, $L, $L, count)",
            names.addRows(layer.outputs()),
            names.w(layer),
            names.inputRows(layer, "x"),
            names.firstRow(layer),
            z)
        .add(
            overTile(
                CodeBlock.of(
                    "$L($L, $L)",
                    names.activate(layer),
                    names.zRow(layer, "s"),
                    names.aRow(layer, "s"))))
        .build();
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    LayerPlan before = to.value();
    List<MethodSpec> methods = new ArrayList<>(super.delta(to));
    if (schedule.transposes() && !new SlopeCode(before, scalar).isOne()) {
      methods.add(SlopeMethod.of(before, scalar, names));
    }
    return methods;
  }

  /** The sums of the way forward, over a copy of the weights with a row for each neuron. */
  @Override
  public CodeBlock deltaOfTile(DeltaTarget to) {
    if (!schedule.transposes()) {
      return super.deltaOfTile(to);
    }
    LayerPlan before = to.value();
    boolean clears = !to.adds();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T.transpose($L, $L)",
                ElementType.INPUT_MAJOR_ARRAYS,
                names.w(layer),
                names.p(layer))
            .add(
                clears
                    ? overTile(CodeBlock.of("$T.fill($L[s], 0)", Arrays.class, names.d(before)))
                    : CodeBlock.of(""))
            .addStatement(
                "$L($L, $L, 0, $L, count)",
                names.addRows(before.outputs()),
                names.p(layer),
                names.d(layer),
                names.d(before));
    if (!new SlopeCode(before, scalar).isOne()) {
      code.add(overTile(SlopeMethod.call(before, names)));
    }
    return code.build();
  }

  @Override
  CodeBlock groups() {
    return groupsInBlocks(schedule.updateRows());
  }

  @Override
  MethodSpec accumulateGroup() {
    return groupOfInputs()
        .addParameter(TypeName.INT, "first")
        .addParameter(TypeName.INT, "end")
        .addCode(update.block(SAMPLES))
        .build();
  }
}
