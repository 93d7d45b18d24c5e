package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.model.NetworkModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class that holds the parameters of a network: as texts, or as a resource if they are many.
 */
public final class WeightConstants {
  /** The method that returns them. */
  static final String PARAMETERS = "parameters";

  /** Bytes of a text: a class file has at most 65,535 for one, and Base64 makes four of three. */
  private static final int PART = 65_532 / 4 * 3;

  private WeightConstants() {}

  /** Whether they are small enough for class files. */
  static boolean fit(NetworkModel model) {
    return LittleEndian.size(model) <= LittleEndian.MOST_IN_CLASS;
  }

  /** The fields and methods of the class. */
  public static Fragments of(NetworkModel model) {
    return fit(model) ? texts(model) : resource(model);
  }

  private static Fragments texts(NetworkModel model) {
    Scalar scalar = new Scalar(model.precision());
    byte[] bytes = LittleEndian.of(model);
    List<FieldSpec> fields = new ArrayList<>();
    List<CodeBlock> names = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PART) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART));
      String name = "PART_" + names.size();
      fields.add(
          FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$S", Base64.getEncoder().encodeToString(part))
              .build());
      names.add(CodeBlock.of("$L", name));
    }
    MethodSpec method =
        method(scalar)
            .addJavadoc("The parameters, flat: per layer, weights [out][in], then biases.")
            .addStatement(
                "return $T.$L($L)",
                Scalar.COMPILED_WEIGHTS,
                plural(scalar),
                CodeBlock.join(names, ",$W"))
            .build();
    return new Fragments(fields, List.of(constructor(), method), List.of());
  }

  private static Fragments resource(NetworkModel model) {
    Scalar scalar = new Scalar(model.precision());
    MethodSpec method =
        method(scalar)
            .addJavadoc("The parameters, flat: per layer, weights [out][in], then biases.")
            .addParameter(Topology.class, "topology")
            .beginControlFlow(
                "try ($T in = $T.class.getResourceAsStream($S))",
                InputStream.class,
                ClassName.get(model.packageName(), model.weightsName()),
                model.weightsResourceName())
            .addStatement("return $T.$L(in, topology)", Scalar.COMPILED_WEIGHTS, plural(scalar))
            .nextControlFlow("catch ($T e)", IOException.class)
            .addStatement("throw new $T(e)", UncheckedIOException.class)
            .endControlFlow()
            .build();
    return Fragments.ofMethods(List.of(constructor(), method));
  }

  private static MethodSpec.Builder method(Scalar scalar) {
    return MethodSpec.methodBuilder(PARAMETERS)
        .addModifiers(Modifier.STATIC)
        .returns(scalar.array());
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
  }

  private static String plural(Scalar scalar) {
    return scalar.type() + "s";
  }
}
