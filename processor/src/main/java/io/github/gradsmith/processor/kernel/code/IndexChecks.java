package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kind.registry.InputPlaces;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Checks of what embeddings read: values of the network's input that must be indices. They come
 * before all computing, as a row without them may be the last of many.
 *
 * @param plan the network
 * @param scalar its precision
 */
public record IndexChecks(NetworkPlan plan, ElementType scalar) {
  private List<LayerModel> embeddings() {
    return plan.model().layers().stream()
        .filter(layer -> layer.choice().type() == LayerChoice.Type.EMBEDDING)
        .toList();
  }

  private List<IndexBlock> blocks(LayerModel embedding) {
    int[] places =
        InputPlaces.of(plan.model(), embedding.from().get(0))
            .orElseThrow(() -> new BrokenPlanException(embedding + " reads no inputs"));
    return IndexBlock.of(places);
  }

  private String name() {
    return new Names(plan).method("checkIndices");
  }

  /** A statement that checks {@code input}. */
  public CodeBlock ofSample() {
    return embeddings().isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.builder().addStatement("$L(input, -1)", name()).build();
  }

  /** A statement that checks the rows {@code from} to {@code to} of {@code inputs}. */
  public CodeBlock ofBatch() {
    return embeddings().isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.builder().addStatement("$L(inputs, from, to)", name()).build();
  }

  /** All blocks as arguments behind others: first, length, blocks and stride of each. */
  public CodeBlock arguments() {
    return embeddings().stream()
        .flatMap(embedding -> blocks(embedding).stream())
        .map(IndexChecks::numbers)
        .map(numbers -> CodeBlock.of(",$W$L", numbers))
        .collect(CodeBlock.joining(""));
  }

  private static String numbers(IndexBlock block) {
    return block.first() + ", " + block.length() + ", " + block.blocks() + ", " + block.stride();
  }

  /** The methods that check; none of a network without embeddings. */
  public List<MethodSpec> methods() {
    return embeddings().isEmpty() ? List.of() : List.of(rows(), row());
  }

  private MethodSpec rows() {
    return MethodSpec.methodBuilder(name())
        .addJavadoc("Refuses rows with a value that an embedding cannot look up.")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to")
        .beginControlFlow("for (int s = from; s < to; s++)")
        .addStatement("$L(inputs[s], s)", name())
        .endControlFlow()
        .build();
  }

  private MethodSpec row() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name())
            .addJavadoc("The same of one row; its number is −1 if it is no row of several.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(scalar.array(), "input")
            .addParameter(TypeName.INT, "row");
    for (LayerModel embedding : embeddings()) {
      int categories = ((LayerChoice.Embedding) embedding.choice()).categories();
      for (IndexBlock block : blocks(embedding)) {
        method.addStatement(
            "$T.indices(input, row, $S, $L, $L)",
            ElementType.ARGUMENTS,
            embedding.name().text(),
            categories,
            numbers(block));
      }
    }
    return method.build();
  }
}
