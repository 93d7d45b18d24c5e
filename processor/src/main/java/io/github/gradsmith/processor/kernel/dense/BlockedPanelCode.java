package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.Schedule.Blocked;
import java.util.List;

/** Packed rows of which a mini-batch goes through one block after the other. */
final class BlockedPanelCode extends InterleavedPanelCode {
  private final Blocked schedule;

  BlockedPanelCode(MethodFrames frames, InterleavedPanel shape, Blocked schedule) {
    super(frames, shape);
    this.schedule = schedule;
  }

  @Override
  CodeBlock sums() {
    return CodeBlock.builder()
        .addStatement("$L()", names.method(PackKernel.NAME))
        .addStatement("$L(x, z, 0, $L)", names.sums(layer), layer.outputs())
        .build();
  }

  @Override
  List<MethodSpec> packed() {
    return List.of(
        frames.forward(names.forward(layer), "", sums(), activation()),
        frames.sums(loops.rows("first", "end")),
        frames.activate());
  }

  @Override
  CodeBlock activation() {
    return frames.callOfActivate();
  }

  @Override
  public CodeBlock forwardOfTile() {
    int rows = schedule.sumRows();
    String input = names.inputRow(layer, "x[from + s]", "s");
    String z = names.zRow(layer, "s");
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j += $L)", layer.outputs(), rows)
        .addStatement("int end = $T.min(j + $L, $L)", Math.class, rows, layer.outputs())
        .add(overTile(CodeBlock.of("$L($L, $L, j, end)", names.sums(layer), input, z)))
        .endControlFlow()
        .add(overTile(CodeBlock.of("$L($L, $L)", names.activate(layer), z, names.aRow(layer, "s"))))
        .build();
  }

  @Override
  CodeBlock groups() {
    return groupsInBlocks(schedule.updateRows());
  }

  @Override
  MethodSpec accumulateGroup() {
    return frames
        .accumulateGroup()
        .addParameter(TypeName.INT, "first")
        .addParameter(TypeName.INT, "end")
        .addCode(update.block())
        .build();
  }
}
