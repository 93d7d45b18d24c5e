package io.github.gradsmith.processor.kernel.baked;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.kernel.code.Scalar;
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
    return LittleEndian.size(model) <= LittleEndian.MOST_IN_CLASS;
  }

  /** The fields and methods of the class. */
  public static Fragments of(NetworkModel model) {
    return fit(model) ? texts(model) : resource(model);
  }

  private static Fragments texts(NetworkModel model) {
    NumberTexts texts =
        new NumberTexts(
            new Scalar(model.precision()),
            PARAMETERS,
            JAVADOC,
            model.weights().orElseThrow().parameters());
    return Fragments.join(List.of(Fragments.ofMethods(List.of(constructor())), texts.fragments()));
  }

  private static Fragments resource(NetworkModel model) {
    Scalar scalar = new Scalar(model.precision());
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
            .addStatement("return $T.$Ls(in, topology)", Scalar.COMPILED_WEIGHTS, scalar.type())
            .nextControlFlow("catch ($T e)", IOException.class)
            .addStatement("throw new $T(e)", UncheckedIOException.class)
            .endControlFlow()
            .build();
    return Fragments.ofMethods(List.of(constructor(), method));
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
  }
}
