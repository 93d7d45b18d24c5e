package io.github.gradsmith.internal.math;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A function under test, its truth, what is promised for doubles, and the interval in which the
 * truth is finite and worth looking at.
 */
enum ElementaryFunction {
  EXP(DoubleMath::exp, FloatMath::exp, BigMath::exp, 2, -760, 709.78),
  LOG(DoubleMath::log, FloatMath::log, BigMath::log, 2, Double.MIN_VALUE, Double.MAX_VALUE),
  SIGMOID(DoubleMath::sigmoid, FloatMath::sigmoid, BigMath::sigmoid, 4, -760, 760),
  TANH(DoubleMath::tanh, FloatMath::tanh, BigMath::tanh, 4, -760, 760),
  SOFTPLUS(DoubleMath::softplus, FloatMath::softplus, BigMath::softplus, 4, -760, 760),
  ERF(DoubleMath::erf, FloatMath::erf, BigMath::erf, 4, -Double.MAX_VALUE, Double.MAX_VALUE),
  EXPM1(DoubleMath::expm1, FloatMath::expm1, BigMath::expm1, 4, -760, 709.78),
  LOG1P(DoubleMath::log1p, FloatMath::log1p, BigMath::log1p, 4, -0x1.fffffffffffffp-1, 1e308),
  SINH(DoubleMath::sinh, FloatMath::sinh, BigMath::sinh, 4, -710.47, 710.47),
  COSH(DoubleMath::cosh, FloatMath::cosh, BigMath::cosh, 4, -710.47, 710.47),
  SIN(DoubleMath::sin, FloatMath::sin, BigMath::sin, 1, -Double.MAX_VALUE, Double.MAX_VALUE),
  COS(DoubleMath::cos, FloatMath::cos, BigMath::cos, 1, -Double.MAX_VALUE, Double.MAX_VALUE),
  ATAN(DoubleMath::atan, FloatMath::atan, BigMath::atan, 4, -Double.MAX_VALUE, Double.MAX_VALUE);

  /** A function of a float. */
  interface FloatFunction {
    float at(float x);
  }

  final DoubleUnaryOperator ofDouble;
  final FloatFunction ofFloat;
  final UnaryOperator<BigFloat> truth;
  final double promisedUlps;
  final double from;
  final double to;

  ElementaryFunction(
      DoubleUnaryOperator ofDouble,
      FloatFunction ofFloat,
      UnaryOperator<BigFloat> truth,
      double promisedUlps,
      double from,
      double to) {
    this.ofDouble = ofDouble;
    this.ofFloat = ofFloat;
    this.truth = truth;
    this.promisedUlps = promisedUlps;
    this.from = from;
    this.to = to;
  }

  /** What is promised for floats: one rounding, except for the sigmoid, which is fast instead. */
  double floatUlps() {
    return this == SIGMOID ? 1.33 : 0.51;
  }
}
