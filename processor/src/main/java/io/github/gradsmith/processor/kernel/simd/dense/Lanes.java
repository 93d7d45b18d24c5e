package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The Vector API's names and phrases for a precision.
 *
 * @param scalar the type of a lane
 */
public record Lanes(ElementType scalar) {
  /** The species that all kernels of a class use. */
  public static final String SPECIES = SimdType.SPECIES;

  /** Lanes of a vector. */
  public static final String LENGTH = SimdType.LANES;

  private static final String SKIP = "SKIP";

  /** Bytes of the widest vectors: a row that is a multiple of them has no rest at any width. */
  private static final int WIDEST_BYTES = 64;

  private static final String PACKAGE = SimdType.INCUBATOR;

  private static final ClassName MASK = ClassName.get(PACKAGE, "VectorMask");
  static final ClassName SHUFFLE = ClassName.get(PACKAGE, "VectorShuffle");
  public static final ClassName SHAPE = ClassName.get(PACKAGE, "VectorShape");

  /** {@code FloatVector} or {@code DoubleVector}. */
  public ClassName vector() {
    return new SimdType(scalar).vector();
  }

  public TypeName species() {
    return ParameterizedTypeName.get(speciesType(), scalar.box());
  }

  public ClassName speciesType() {
    return ClassName.get(PACKAGE, "VectorSpecies");
  }

  /** The most lanes that a vector can have. */
  int most() {
    return WIDEST_BYTES / scalar.bytes();
  }

  /** Whether rows of {@code length} can end within a vector. */
  public boolean mayLeaveRest(int length) {
    return length % most() != 0;
  }

  public CodeBlock load(String array, String index) {
    return CodeBlock.of("$T.fromArray($L, $L, $L)", vector(), SPECIES, array, index);
  }

  public CodeBlock zero() {
    return CodeBlock.of("$T.zero($L)", vector(), SPECIES);
  }

  public CodeBlock broadcast(String value) {
    return CodeBlock.of("$T.broadcast($L, $L)", vector(), SPECIES, value);
  }

  /** {@code for (int i = 0; i <= 784 - L; i += L)}: all whole vectors of a row. */
  CodeBlock loop(int length) {
    return CodeBlock.of("for (int i = 0; i <= $1L - $2L; i += $2L)", length, LENGTH);
  }

  /** {@code for (int i = 0; i <= 784 - 2 * L; i += 2 * L)}: all whole pairs of vectors of a row. */
  CodeBlock loopOfPairs(int length) {
    return CodeBlock.of("for (int i = 0; i <= $1L - 2 * $2L; i += 2 * $2L)", length, LENGTH);
  }

  /** Whether a row of {@code length} can have a whole vector after its pairs. */
  boolean mayLeaveVector(int length) {
    return length % (2 * most()) != 0;
  }

  /** Begins what deals with a whole vector after the pairs. */
  CodeBlock leftVector(int length) {
    return CodeBlock.of("if ($1L % (2 * $2L) >= $2L)", length, LENGTH);
  }

  /** Where the vector after the pairs begins. */
  String afterPairs(int length) {
    return length + " / (2 * " + LENGTH + ") * (2 * " + LENGTH + ")";
  }

  /** Begins what deals with the rest of a row: the last vector, which overlaps the one before. */
  CodeBlock rest(int length) {
    return CodeBlock.of("if ($L % $L != 0)", length, LENGTH);
  }

  /** Where the last vector of a row begins. */
  String last(int length) {
    return length + " - " + LENGTH;
  }

  /** The lanes of the last vector that the one before has had already: a constant's name. */
  String skip(int length) {
    return "SKIP_" + length;
  }

  /**
   * The constant {@link #skip}. Made where it is used, it brings code of the JVM into a kernel that
   * masks of all types share. Where float and double networks ran in one process, C2 trusted types
   * less behind it, did not always recognize the stores there, and allocated their vectors.
   */
  public FieldSpec skipped(int length) {
    return constant(mask(), skip(length))
        .addJavadoc(
            "Lanes that the last vector of $L leaves alone: the one before has had them.", length)
        .initializer(
            "$T.fromArray($L, $L,$W$L - $L + $L % $L)",
            MASK, SPECIES, SKIP, most(), LENGTH, length, LENGTH)
        .build();
  }

  /** As many trues as the widest vector has lanes, then as many falses: the source of masks. */
  public FieldSpec skips() {
    List<CodeBlock> flags = new ArrayList<>();
    for (int i = 0; i < 2 * most(); i++) {
      flags.add(CodeBlock.of("$L", i < most()));
    }
    return constant(ArrayTypeName.of(TypeName.BOOLEAN), SKIP)
        .initializer("{$L}", CodeBlock.join(flags, ",$W"))
        .addJavadoc("From here masks are taken that begin with true and end with false.")
        .build();
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  TypeName mask() {
    return ParameterizedTypeName.get(MASK, scalar.box());
  }
}
