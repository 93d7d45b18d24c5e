package io.github.gradsmith.processor.kernel.baked;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * Numbers as texts of a class file.
 *
 * @param scalar their precision
 * @param method the method that returns them
 * @param javadoc what it says
 * @param numbers the numbers
 */
record Base64Constants(ElementType scalar, String method, String javadoc, double[] numbers) {
  /** Bytes of a text: a class file has at most 65,535 for one, and Base64 makes four of three. */
  private static final int PART = 65_532 / 4 * 3;

  ClassParts fragments() {
    byte[] bytes = WeightResource.of(numbers, scalar);
    List<FieldSpec> fields = new ArrayList<>();
    List<CodeBlock> names = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PART) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART));
      String name = method.toUpperCase(Locale.ROOT) + "_" + names.size();
      fields.add(
          FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$S", Base64.getEncoder().encodeToString(part))
              .build());
      names.add(CodeBlock.of("$L", name));
    }
    MethodSpec decoded =
        MethodSpec.methodBuilder(method)
            .addJavadoc("$L", javadoc)
            .addModifiers(Modifier.STATIC)
            .returns(scalar.array())
            .addStatement(
                "return $T.$Ls($L)",
                ElementType.COMPILED_WEIGHTS,
                scalar.type(),
                CodeBlock.join(names, ",$W"))
            .build();
    return new ClassParts(fields, List.of(decoded), List.of());
  }
}
