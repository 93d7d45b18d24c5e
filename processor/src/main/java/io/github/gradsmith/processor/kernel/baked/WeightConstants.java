package io.github.gradsmith.processor.kernel.baked;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.model.NetworkModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class that holds the parameters of a network: as texts, or as a resource if they are many.
 */
public final class WeightConstants {
  /** The method that returns them. */
  public static final String PARAMETERS = "parameters";

  private static final String JAVADOC =
      "The parameters, flat: per layer, weights [out][in], then biases.";

  private WeightConstants() {}

  /** Whether they are small enough for class files. */
  public static boolean fit(NetworkModel model) {
    return WeightResource.size(model) <= WeightResource.MOST_IN_CLASS;
  }

  /** The fields and methods of the class. */
  public static ClassParts of(NetworkModel model) {
    return fit(model) ? texts(model) : resource(model);
  }

  private static ClassParts texts(NetworkModel model) {
    Base64Constants texts =
        new Base64Constants(
            new ElementType(model.precision()),
            PARAMETERS,
            JAVADOC,
            model.weights().orElseThrow().parameters());
    return ClassParts.join(
        List.of(ClassParts.ofMethods(List.of(constructor())), texts.fragments()));
  }

  private static ClassParts resource(NetworkModel model) {
    ElementType scalar = new ElementType(model.precision());
    MethodSpec method =
        MethodSpec.methodBuilder(PARAMETERS)
            .addJavadoc(JAVADOC)
            .addModifiers(Modifier.STATIC)
            .returns(scalar.array())
            .addParameter(Topology.class, "topology")
            .beginControlFlow(
                "try ($T in = $T.class.getResourceAsStream($S))",
                InputStream.class,
                ClassName.get(model.packageName(), model.weightsName()),
                model.weightsResourceName())
            .addStatement(
                "return $T.$Ls(in, topology)", ElementType.COMPILED_WEIGHTS, scalar.type())
            .nextControlFlow("catch ($T e)", IOException.class)
            .addStatement("throw new $T(e)", UncheckedIOException.class)
            .endControlFlow()
            .build();
    return ClassParts.ofMethods(List.of(constructor(), method));
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
  }
}
