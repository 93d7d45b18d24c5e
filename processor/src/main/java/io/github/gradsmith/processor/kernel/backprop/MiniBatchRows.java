package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The number of a row in its mini-batch, however that is cut into slices and tiles: methods pass it
 * on where masks of dropout depend on it.
 *
 * @param plan the network
 */
public record MiniBatchRows(NetworkPlan plan) {
  /** A method with the number of its first row as its last parameter, if it is wanted. */
  MethodSpec.Builder parameter(MethodSpec.Builder method) {
    return plan.drops() ? method.addParameter(TypeName.INT, Names.ROW) : method;
  }

  /** The argument for it, behind others. */
  public String argument(String row) {
    return plan.drops() ? ", " + row : "";
  }

  /** What the masks of a row have in common, for each layer. */
  public List<MethodSpec> keys() {
    return plan.drops()
        ? List.of(
            MethodSpec.methodBuilder(new Names(plan).method(Names.MASK_KEY))
                .addJavadoc("What decides which units of a layer a row of the mini-batch drops.")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addParameter(TypeName.INT, Names.ROW)
                .addParameter(TypeName.INT, "layer")
                .addStatement(
                    "return $T.key($L[0], $L[0], row, layer)",
                    ElementType.DROPOUT_MASK,
                    Names.SEEDS,
                    Names.STEPS)
                .build())
        : List.of();
  }
}
