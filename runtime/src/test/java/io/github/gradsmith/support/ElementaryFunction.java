package io.github.gradsmith.support;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A function under test, what it promises, its truth and the interval in which that is finite and
 * worth looking at. {@code strict} is a double computation that shares nothing with {@link
 * FloatMath}: the truth for floats.
 */
enum ElementaryFunction {
  EXP(DoubleMath::exp, FloatMath::exp, BigMath::exp, StrictMath::exp, 2, -760, 709.78),
  EXPM1(DoubleMath::expm1, FloatMath::expm1, BigMath::expm1, StrictMath::expm1, 4, -760, 709.78),
  LOG(
      DoubleMath::log,
      FloatMath::log,
      BigMath::log,
      StrictMath::log,
      2,
      Double.MIN_VALUE,
      Double.MAX_VALUE),
  LOG1P(
      DoubleMath::log1p,
      FloatMath::log1p,
      BigMath::log1p,
      StrictMath::log1p,
      4,
      Math.nextUp(-1.0),
      Double.MAX_VALUE),
  SIN(DoubleMath::sin, FloatMath::sin, BigMath::sin, StrictMath::sin, 4),
  COS(DoubleMath::cos, FloatMath::cos, BigMath::cos, StrictMath::cos, 4),
  ATAN(DoubleMath::atan, FloatMath::atan, BigMath::atan, StrictMath::atan, 4),
  SINH(DoubleMath::sinh, FloatMath::sinh, BigMath::sinh, StrictMath::sinh, 4, -710.47, 710.47),
  COSH(DoubleMath::cosh, FloatMath::cosh, BigMath::cosh, StrictMath::cosh, 4, -710.47, 710.47),
  TANH(DoubleMath::tanh, FloatMath::tanh, BigMath::tanh, StrictMath::tanh, 4, -760, 760),
  SIGMOID(
      DoubleMath::sigmoid,
      FloatMath::sigmoid,
      BigMath::sigmoid,
      x -> 1 / (1 + StrictMath.exp(-x)),
      4,
      -760,
      760),
  SOFTPLUS(
      DoubleMath::softplus,
      FloatMath::softplus,
      BigMath::softplus,
      x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))),
      4,
      -760,
      760),
  ERF(DoubleMath::erf, FloatMath::erf, BigMath::erf, DoubleMath::erf, 4);

  /** A function of a float. */
  interface FloatFunction {
    float at(float x);
  }

  final DoubleUnaryOperator ofDouble;
  final FloatFunction ofFloat;
  final UnaryOperator<BigFloat> truth;
  final DoubleUnaryOperator strict;
  final double promisedUlps;
  final double from;
  final double to;

  ElementaryFunction(
      DoubleUnaryOperator ofDouble,
      FloatFunction ofFloat,
      UnaryOperator<BigFloat> truth,
      DoubleUnaryOperator strict,
      double promisedUlps) {
    this(ofDouble, ofFloat, truth, strict, promisedUlps, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  ElementaryFunction(
      DoubleUnaryOperator ofDouble,
      FloatFunction ofFloat,
      UnaryOperator<BigFloat> truth,
      DoubleUnaryOperator strict,
      double promisedUlps,
      double from,
      double to) {
    this.ofDouble = ofDouble;
    this.ofFloat = ofFloat;
    this.truth = truth;
    this.strict = strict;
    this.promisedUlps = promisedUlps;
    this.from = from;
    this.to = to;
  }
}
