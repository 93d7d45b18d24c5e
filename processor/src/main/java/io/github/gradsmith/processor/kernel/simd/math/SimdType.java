package io.github.gradsmith.processor.kernel.simd.math;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.code.ElementType;

/**
 * The types of the Vector API that go with a precision, and how generated code loads, stores and
 * fills them. The species is the companion's constant {@link #SPECIES}.
 */
public record SimdType(ElementType scalar) {
  /** The constant of the companion that says what its vectors are. */
  public static final String SPECIES = "SPECIES";

  /** Lanes of a vector: a constant, but known only to the JVM that runs the class. */
  public static final String LANES = "LANES";

  /** The package of the Vector API, and its module. */
  public static final String INCUBATOR = "jdk.incubator.vector";

  public static final ClassName OPERATORS = ClassName.get(INCUBATOR, "VectorOperators");

  /** {@code FloatVector} or {@code DoubleVector}. */
  public ClassName vector() {
    return ClassName.get(INCUBATOR, scalar.box().simpleName() + "Vector");
  }

  /** The vector of whole numbers with as many bits a number. */
  ClassName bits() {
    return ClassName.get(INCUBATOR, scalar.isFloat() ? "IntVector" : "LongVector");
  }

  /** The method that takes a vector for one of {@link #bits()}. */
  String toBits() {
    return scalar.isFloat() ? "reinterpretAsInts()" : "reinterpretAsLongs()";
  }

  /** The way back. */
  String fromBits() {
    return scalar.isFloat() ? "reinterpretAsFloats()" : "reinterpretAsDoubles()";
  }

  public CodeBlock literal(double value) {
    return JavaRenderer.literal(value, scalar.precision());
  }

  /** A vector of the same number throughout. */
  public CodeBlock broadcast(Object literal) {
    return CodeBlock.of("$T.broadcast($L, $L)", vector(), SPECIES, literal);
  }

  public CodeBlock load(String array) {
    return CodeBlock.of("$T.fromArray($L, $L, i)", vector(), SPECIES, array);
  }

  /** The head of a loop over the whole vectors of {@code n} numbers; goes on with {@code i}. */
  public static CodeBlock wholeVectors() {
    return CodeBlock.of("for (; i <= n - $1L; i += $1L)", LANES);
  }

  /** The head of a loop over {@code whole} numbers, a multiple of a vector. */
  public static CodeBlock loop() {
    return CodeBlock.of("for (int i = 0; i < whole; i += $L)", LANES);
  }

  public TypeName array() {
    return scalar.array();
  }
}
