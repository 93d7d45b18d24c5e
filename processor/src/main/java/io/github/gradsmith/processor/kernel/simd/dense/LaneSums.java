package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Sums across the lanes of a vector in an order of our own: lanes half a vector apart, then a
 * quarter, and so on. The API leaves the order of its own {@code reduceLanes} open, and on JDK 25
 * it changes when a method is compiled, so that a training would depend on when that happens.
 *
 * <p>Each kernel has these statements for itself: calls of one method that all share take up to
 * twice the time. Measurements: docs/design/compile-time.md.
 *
 * @param lanes the vectors
 */
public record LaneSums(Lanes lanes) {
  /** Lanes of the narrowest vectors that kernels run with. */
  private static final int LEAST = 4;

  /** The constant that rotates by so many lanes. */
  private static String by(int distance) {
    return "BY_" + distance;
  }

  public List<FieldSpec> constants() {
    List<FieldSpec> fields = new ArrayList<>();
    for (int distance = lanes.most() / 2; distance > 0; distance /= 2) {
      fields.add(
          FieldSpec.builder(
                  ParameterizedTypeName.get(Lanes.SHUFFLE, lanes.scalar().box()), by(distance))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("Rotates the lanes by $L, to add up those so far apart.", distance)
              .initializer(
                  "$T.iota($L, $L % $L, 1, true)",
                  Lanes.SHUFFLE, Lanes.SPECIES, distance, Lanes.LENGTH)
              .build());
    }
    return fields;
  }

  /** Leaves the sum of its lanes in every lane of each vector. */
  public CodeBlock of(List<String> vectors) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int distance = lanes.most() / 2; distance > 0; distance /= 2) {
      boolean always = distance < LEAST;
      if (!always) {
        code.beginControlFlow("if ($L > $L)", Lanes.LENGTH, distance);
      }
      for (String vector : vectors) {
        code.addStatement("$1L = $1L.add($1L.rearrange($2L))", vector, by(distance));
      }
      if (!always) {
        code.endControlFlow();
      }
    }
    return code.build();
  }
}
