package io.github.gradsmith.processor.kernel.baked;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
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
  public static ClassParts of(NetworkModel model) {
    ElementType scalar = new ElementType(model.precision());
    TestVectors vectors = model.vectors().orElseThrow();
    MethodSpec constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    return ClassParts.join(
        List.of(
            ClassParts.ofMethods(List.of(constructor)),
            new Base64Constants(
                    scalar, INPUTS, "The inputs, one vector after the other.", vectors.inputs())
                .fragments(),
            new Base64Constants(
                    scalar, OUTPUTS, "What should come out, likewise.", vectors.outputs())
                .fragments()));
  }
}
