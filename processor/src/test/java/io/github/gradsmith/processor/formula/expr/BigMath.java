package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Elementary functions to any number of digits, by power series in fixed point: apfloat, against
 * which they are tested, takes a hundred times as long for numbers of this size. Where a function
 * is not defined, or beyond any use (e to more than a hundred million), they throw an {@link
 * ArithmeticException}.
 */
final class BigMath {
  private static final Map<Integer, BigMath> KNOWN = new ConcurrentHashMap<>();
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000_000);

  /** Digits beyond those promised, to lose in between. */
  private static final int GUARD = 30;

  private final int digits;
  private final MathContext context;
  private final int bits;
  private final BigInteger one;
  private final BigDecimal logOfTen;
  private final BigDecimal pi;

  private BigMath(int digits) {
    this.digits = digits + GUARD;
    context = new MathContext(this.digits);
    one = BigInteger.TEN.pow(this.digits);
    bits = (int) (this.digits * 3.33) + 64;
    logOfTen = decimal(ApfloatMath.log(new Apfloat(10, this.digits + GUARD)));
    pi = decimal(ApfloatMath.pi(this.digits + GUARD));
  }

  /** The functions to a number of digits. */
  static BigMath of(int digits) {
    return KNOWN.computeIfAbsent(digits, BigMath::new);
  }

  private static BigDecimal decimal(Apfloat value) {
    return new BigDecimal(value.toString(true));
  }

  BigDecimal pi() {
    return pi;
  }

  BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(LARGEST) > 0) {
      throw new ArithmeticException("e to more than a hundred million");
    }
    long tens = Math.round(x.doubleValue() / Math.log(10));
    BigDecimal rest = x.subtract(logOfTen.multiply(BigDecimal.valueOf(tens)), context);
    return fromFixed(expOfFixed(toFixed(rest))).scaleByPowerOfTen((int) tens);
  }

  /** e⁻ˣ for a positive x, or 0 where that is beyond any use. */
  private BigDecimal tail(BigDecimal x) {
    return x.compareTo(LARGEST) > 0 ? BigDecimal.ZERO : exp(x.negate());
  }

  /** The series at a 2⁻²⁰th of the argument, squared twenty times. */
  private BigInteger expOfFixed(BigInteger x) {
    int halvings = 20;
    BigInteger small = x.shiftRight(halvings);
    BigInteger term = BigInteger.ONE.shiftLeft(bits);
    BigInteger sum = term;
    for (int n = 1; term.signum() != 0; n++) {
      term = towardsZero(term.multiply(small)).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).shiftRight(bits);
    }
    return sum;
  }

  private BigInteger towardsZero(BigInteger product) {
    return product.signum() < 0
        ? product.negate().shiftRight(bits).negate()
        : product.shiftRight(bits);
  }

  private BigInteger toFixed(BigDecimal x) {
    if (x.precision() - x.scale() < -digits) {
      return BigInteger.ZERO;
    }
    BigDecimal rounded = x.setScale(digits, RoundingMode.HALF_EVEN);
    return rounded.unscaledValue().shiftLeft(bits).divide(one);
  }

  private BigDecimal fromFixed(BigInteger x) {
    return new BigDecimal(x.multiply(one).shiftRight(bits), digits);
  }

  /** eˣ − 1, with as many more digits as the subtraction cancels. */
  BigDecimal expm1(BigDecimal x) {
    int cancelled = x.scale() - x.precision();
    if (x.signum() == 0 || cancelled > digits) {
      return x;
    }
    if (x.compareTo(LARGEST.negate()) < 0) {
      return BigDecimal.ONE.negate();
    }
    int more = Math.max(0, cancelled) / GUARD * GUARD;
    return BigMath.of(digits + more).exp(x).subtract(BigDecimal.ONE, context);
  }

  /** The double's logarithm y and, for what is left, log w = 2 artanh((w − 1) / (w + 1)). */
  BigDecimal log(BigDecimal x) {
    if (x.signum() <= 0) {
      throw new ArithmeticException("logarithm of " + x.round(new MathContext(5)));
    }
    int tens = x.precision() - x.scale();
    boolean isNearOne = x.doubleValue() > 0.5 && x.doubleValue() < 2;
    BigDecimal mantissa = isNearOne ? x : x.scaleByPowerOfTen(-tens);
    BigDecimal guess = new BigDecimal(Math.log(mantissa.doubleValue()));
    BigDecimal left =
        guess.signum() == 0 ? mantissa : mantissa.multiply(exp(guess.negate()), context);
    BigDecimal w = left.subtract(BigDecimal.ONE).divide(left.add(BigDecimal.ONE), context);
    BigDecimal log = guess.add(TWO.multiply(oddSeries(w, 1)), context);
    return isNearOne ? log : log.add(logOfTen.multiply(BigDecimal.valueOf(tens)), context);
  }

  BigDecimal log1p(BigDecimal x) {
    return x.scale() - x.precision() > digits ? x : log(x.add(BigDecimal.ONE));
  }

  /** x + s x³/3 + x⁵/5 + s x⁷/7 …, for a tiny x and a sign s. */
  private BigDecimal oddSeries(BigDecimal x, int sign) {
    BigDecimal square = x.multiply(x, context).multiply(BigDecimal.valueOf(sign));
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 3;
        power.signum() != 0 && power.precision() - power.scale() > -2 * digits;
        n += 2) {
      power = power.multiply(square, context);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), context), context);
    }
    return sum;
  }

  BigDecimal sqrt(BigDecimal x) {
    return x.sqrt(context);
  }

  BigDecimal sin(BigDecimal x) {
    return turned(x, 0);
  }

  BigDecimal cos(BigDecimal x) {
    return turned(x, 1);
  }

  /** The sine of x and a number of right angles. */
  private BigDecimal turned(BigDecimal x, int quarters) {
    if (x.abs().compareTo(LARGEST) > 0) {
      throw new ArithmeticException("angle beyond a hundred million");
    }
    BigDecimal quarter = pi.divide(TWO);
    long turns = Math.round(x.doubleValue() / (Math.PI / 2));
    BigDecimal rest =
        turns == 0 ? x : x.subtract(quarter.multiply(BigDecimal.valueOf(turns)), context);
    BigInteger square = toFixed(rest.multiply(rest, context));
    BigDecimal[] values = {
      alternating(square, 1).multiply(rest, context), alternating(square, 0),
    };
    int quadrant = (int) Math.floorMod(turns + quarters, 4L);
    return quadrant < 2 ? values[quadrant] : values[quadrant - 2].negate();
  }

  /** 1 − x²/(1·2) + x⁴/(1·2·3·4) …, the cosine; or from 2·3 on, sin(x)/x. */
  private BigDecimal alternating(BigInteger square, int first) {
    BigInteger term = BigInteger.ONE.shiftLeft(bits);
    BigInteger sum = term;
    for (long n = first; term.signum() != 0; n += 2) {
      term = towardsZero(term.multiply(square)).divide(BigInteger.valueOf(-(n + 1) * (n + 2)));
      sum = sum.add(term);
    }
    return fromFixed(sum);
  }

  /** The double's arcus tangens y, and what is left of the angle from there. */
  BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      BigDecimal quarter = pi.divide(TWO).multiply(BigDecimal.valueOf(x.signum()));
      return quarter.subtract(atan(BigDecimal.ONE.divide(x, context)), context);
    }
    BigDecimal guess = new BigDecimal(Math.atan(x.doubleValue()));
    BigDecimal tangent = sin(guess).divide(cos(guess), context);
    BigDecimal left =
        x.subtract(tangent, context).divide(x.multiply(tangent).add(BigDecimal.ONE), context);
    return guess.add(oddSeries(left, -1), context);
  }

  BigDecimal sinh(BigDecimal x) {
    BigDecimal e = expm1(x.abs());
    BigDecimal twice = e.add(e.divide(e.add(BigDecimal.ONE, context), context), context);
    return twice.divide(TWO, context).multiply(BigDecimal.valueOf(x.signum()));
  }

  BigDecimal cosh(BigDecimal x) {
    return exp(x).add(exp(x.negate()), context).divide(TWO, context);
  }

  BigDecimal tanh(BigDecimal x) {
    BigDecimal e = expm1(x.abs().multiply(TWO).negate());
    return e.divide(e.add(TWO, context), context).multiply(BigDecimal.valueOf(-x.signum()));
  }

  BigDecimal sigmoid(BigDecimal x) {
    BigDecimal e = tail(x.abs());
    BigDecimal above = x.signum() < 0 ? e : BigDecimal.ONE;
    return above.divide(e.add(BigDecimal.ONE, context), context);
  }

  BigDecimal softplus(BigDecimal x) {
    return x.max(BigDecimal.ZERO).add(log1p(tail(x.abs())), context);
  }

  /** 2/√π e^(−x²) (x + 2x³/3 + 4x⁵/(3·5) + 8x⁷/(3·5·7) …), whose terms have all the same sign. */
  BigDecimal erf(BigDecimal x) {
    BigDecimal square = x.multiply(x, context);
    if (square.compareTo(BigDecimal.valueOf(2.31 * digits)) > 0) {
      return BigDecimal.valueOf(x.signum());
    }
    BigInteger twice = toFixed(square).shiftLeft(1);
    BigInteger term = BigInteger.ONE.shiftLeft(bits);
    BigInteger sum = term;
    for (int n = 3; term.signum() != 0; n += 2) {
      term = term.multiply(twice).shiftRight(bits).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    BigDecimal factor = TWO.divide(sqrt(pi), context).multiply(exp(square.negate()), context);
    return factor.multiply(fromFixed(sum), context).multiply(x, context);
  }
}
