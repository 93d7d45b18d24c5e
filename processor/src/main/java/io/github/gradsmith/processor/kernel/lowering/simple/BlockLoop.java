package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of numbers, copied to other places: values one after the other, or part of one.
 *
 * @param blocks one for each value that the layer reads
 * @param words what happens, for the size report
 */
public record BlockLoop(List<Block> blocks, String words) implements SimpleLoop {
  /**
   * As many runs of numbers.
   *
   * @param rows how many
   * @param length numbers of each
   * @param from where the first stands in what the layer reads
   * @param fromRow numbers from one to the next there
   * @param to where the first stands in what the layer gives
   * @param toRow numbers from one to the next there
   */
  record Block(int rows, int length, int from, int fromRow, int to, int toRow) {}

  /** The values of {@code layer} one after the other along an axis. */
  public static BlockLoop concat(LayerModel layer) {
    int axis = ((LayerChoice.Concat) layer.choice()).axis();
    int row = Math.toIntExact(layer.shape().from(axis));
    List<Block> blocks = new ArrayList<>();
    int to = 0;
    for (Value value : layer.from()) {
      int length = Math.toIntExact(value.shape().from(axis));
      blocks.add(new Block(layer.outputs() / row, length, 0, length, to, row));
      to += length;
    }
    return new BlockLoop(blocks, "copied one after the other");
  }

  /** Part of the value that {@code layer} reads. */
  public static BlockLoop slice(LayerModel layer) {
    LayerChoice.Slice choice = (LayerChoice.Slice) layer.choice();
    Shape shape = layer.from().get(0).shape();
    int row = Math.toIntExact(shape.from(choice.axis()));
    int unit = row / shape.sizes().get(choice.axis());
    int length = (choice.end() - choice.begin()) * unit;
    int rows = layer.outputs() / length;
    return new BlockLoop(
        List.of(new Block(rows, length, choice.begin() * unit, row, 0, length)), "a part copied");
  }

  @Override
  public CodeBlock forward(List<String> inputs, String result, ElementType scalar) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      code.add(
          copy(block, inputs.get(i), block.from, block.fromRow, result, block.to, block.toRow));
    }
    return code.build();
  }

  private static CodeBlock copy(
      Block block, String source, int from, int fromRow, String target, int to, int toRow) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (block.rows == 1) {
      return code.addStatement(
              "$T.arraycopy($L, $L, $L, $L, $L)",
              System.class,
              source,
              from,
              target,
              to,
              block.length)
          .build();
    }
    return code.beginControlFlow("for (int r = 0; r < $L; r++)", block.rows)
        .addStatement(
            "$T.arraycopy($L, $L, $L, $L, $L)",
            System.class,
            source,
            place(from, fromRow),
            target,
            place(to, toRow),
            block.length)
        .endControlFlow()
        .build();
  }

  private static String place(int first, int row) {
    String start = row == 1 ? "r" : "r * " + row;
    return first == 0 ? start : start + " + " + first;
  }

  @Override
  public CodeBlock back(int use, List<String> inputs, String assignment, ElementType scalar) {
    Block block = blocks.get(use);
    if (assignment.equals("=")) {
      return copy(block, "next", block.to, block.toRow, "d", block.from, block.fromRow);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    if (block.rows == 1) {
      return code.beginControlFlow("for (int j = 0; j < $L; j++)", block.length)
          .addStatement("d[$L] $L next[$L]", plus("j", block.from), assignment, plus("j", block.to))
          .endControlFlow()
          .build();
    }
    return code.beginControlFlow("for (int r = 0; r < $L; r++)", block.rows)
        .beginControlFlow("for (int j = 0; j < $L; j++)", block.length)
        .addStatement(
            "d[$L + j] $L next[$L + j]",
            place(block.from, block.fromRow),
            assignment,
            place(block.to, block.toRow))
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private static String plus(String variable, int number) {
    return number == 0 ? variable : variable + " + " + number;
  }

  @Override
  public String formula(List<String> inputs) {
    return inputs.size() == 1
        ? "a part of " + inputs.get(0)
        : "(" + String.join(", ", inputs) + ")";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return inputs.size() == 1 ? delta + " in its place" : "its part of " + delta;
  }

  @Override
  public LayerFormulas latex() {
    return new PlacesFormulas();
  }
}
