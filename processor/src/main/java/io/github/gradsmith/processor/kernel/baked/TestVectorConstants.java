package io.github.gradsmith.processor.kernel.baked;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.TestVectors;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that holds the test vectors of a network. */
public final class TestVectorConstants {
  public static final String INPUTS = "inputs";
  public static final String OUTPUTS = "outputs";

  private TestVectorConstants() {}

  /** The fields and methods of the class. */
  public static Fragments of(NetworkModel model) {
    Scalar scalar = new Scalar(model.precision());
    TestVectors vectors = model.vectors().orElseThrow();
    MethodSpec constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    return Fragments.join(
        List.of(
            Fragments.ofMethods(List.of(constructor)),
            new NumberTexts(
                    scalar, INPUTS, "The inputs, one vector after the other.", vectors.inputs())
                .fragments(),
            new NumberTexts(scalar, OUTPUTS, "What should come out, likewise.", vectors.outputs())
                .fragments()));
  }
}
