package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.baked.TestVectorConstants;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.plan.NetworkPlan;
import javax.lang.model.element.Modifier;

/** The method that runs the test vectors that are compiled in. */
public final class SelfTestMethod {
  private SelfTestMethod() {}

  public static MethodSpec of(NetworkPlan plan) {
    NetworkModel model = plan.model();
    TestVectors vectors = model.vectors().orElseThrow();
    TypeName constants = new Names(plan).generated(model.testVectorsName());
    return MethodSpec.methodBuilder(new Names(plan).method("selfTest"))
        .addJavadoc(
            "Runs the test vectors of $L.\n\n@return the largest deviation of an output, relative"
                + " where it is beyond ±1\n@throws IllegalStateException if it is more than $L",
            vectors.file(),
            vectors.tolerance())
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeName.DOUBLE)
        .addStatement(
            "return $T.run(this, $T.$L(), $T.$L(), $L)",
            ElementType.SELF_TEST,
            constants,
            TestVectorConstants.INPUTS,
            constants,
            TestVectorConstants.OUTPUTS,
            vectors.tolerance())
        .build();
  }
}
