package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.model.Precision;

/** The Java types of a precision, and the support classes that go with it. */
record Scalar(Precision precision) {
  private static final String SUPPORT = "io.github.gradsmith.support";

  static final ClassName ARGUMENTS = ClassName.get(SUPPORT, "Arguments");
  static final ClassName INITIAL_WEIGHTS = ClassName.get(SUPPORT, "InitialWeights");
  static final ClassName SEEDED_RANDOM = ClassName.get(SUPPORT, "SeededRandom");
  static final ClassName SUMS = ClassName.get(SUPPORT, "Sums");
  static final ClassName WEIGHT_FILE = ClassName.get(SUPPORT, "WeightFile");

  boolean isFloat() {
    return precision == Precision.FLOAT;
  }

  /** {@code float} or {@code double}. */
  TypeName type() {
    return isFloat() ? TypeName.FLOAT : TypeName.DOUBLE;
  }

  /** {@code Float} or {@code Double}. */
  ClassName box() {
    return ClassName.get("java.lang", isFloat() ? "Float" : "Double");
  }

  ArrayTypeName array() {
    return ArrayTypeName.of(type());
  }

  ArrayTypeName matrix() {
    return ArrayTypeName.of(array());
  }

  /** Elementary functions with the same bits everywhere. */
  ClassName math() {
    return ClassName.get(SUPPORT, isFloat() ? "FloatMath" : "DoubleMath");
  }

  /** A quotient in double, brought back to this precision. */
  String fromDouble(String quotient) {
    return isFloat() ? "(float) (" + quotient + ")" : quotient;
  }

  int bytes() {
    return isFloat() ? Float.BYTES : Double.BYTES;
  }
}
