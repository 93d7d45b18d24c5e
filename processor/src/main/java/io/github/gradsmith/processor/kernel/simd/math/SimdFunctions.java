package io.github.gradsmith.processor.kernel.simd.math;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.EnumSet;
import java.util.Set;

/**
 * Elementary functions of vectors, written out as straight lines: no branch, and no method that
 * takes a vector. They are within 4 ulp; infinities give the limits, NaN gives NaN; results below
 * 10⁻³⁷ in float and 10⁻³⁰⁷ in double may be 0. The bits are not those of plain Java.
 */
public final class SimdFunctions {
  private static final Set<Function> WRITTEN =
      EnumSet.of(
          Function.EXP,
          Function.EXPM1,
          Function.LOG,
          Function.LOG1P,
          Function.TANH,
          Function.SIGMOID,
          Function.SOFTPLUS,
          Function.ERF);

  private final SimdStatements code;
  private final SimdType type;
  private final SimdConstants c;

  public SimdFunctions(SimdStatements code) {
    this.code = code;
    this.type = code.type();
    this.c = SimdConstants.of(type.scalar().precision());
  }

  /** Whether there is a vector form; rarer functions have none. */
  static boolean has(Function function) {
    return WRITTEN.contains(function);
  }

  /**
   * Writes the statements of a function.
   *
   * @param x the name of a vector
   * @return the name of the result
   * @throws IllegalArgumentException if it has no vector form
   */
  public CodeBlock call(Function function, CodeBlock x) {
    return switch (function) {
      case EXP -> exp(x);
      case EXPM1 -> expm1(x);
      case LOG -> log(x);
      case LOG1P -> log1p(x);
      case TANH -> tanh(x);
      case SIGMOID -> sigmoid(x);
      case SOFTPLUS -> softplus(x);
      case ERF -> erf(x);
      default -> throw new IllegalArgumentException("no vector form of " + function.text());
    };
  }

  /** h = 2ᵏ⁻¹ and e = eʳ − 1, where x = k ln 2 + r and |r| ≤ ½ ln 2. */
  private record Split(CodeBlock half, CodeBlock e) {}

  private Split split(CodeBlock x) {
    CodeBlock shifted = code.vector("shifted", "$L.fma($L, $L)", x, c.log2e(), c.round());
    CodeBlock k = code.vector("k", "$L.sub($L)", shifted, c.round());
    CodeBlock r =
        code.vector(
            "r",
            "$L.fma($L,$W$L.fma($L, $L))",
            k,
            type.broadcast(negated(c.ln2Low())),
            k,
            type.broadcast(negated(c.ln2High())),
            x);
    CodeBlock half =
        code.vector(
            "half",
            "$L.$L$Z.lanewise($T.LSHL, $L)$Z.$L",
            shifted,
            type.toBits(),
            SimdType.OPERATORS,
            c.mantissa(),
            type.fromBits());
    CodeBlock e = code.vector("e", "$L\n.mul($L)", code.polynomial(r, c.expm1()), r);
    return new Split(half, e);
  }

  private static String negated(String literal) {
    return literal.startsWith("-") ? literal.substring(1) : "-" + literal;
  }

  private CodeBlock exp(CodeBlock x) {
    code.comment("eˣ = 2ᵏ eʳ = 2 (h + h e) with h = 2ᵏ⁻¹ and e = eʳ − 1, r = x − k ln 2");
    Split s = split(x);
    return code.vector(
        "exp",
        "$L.fma($L, $L).mul($L)\n$L\n$L",
        s.half(),
        s.e(),
        s.half(),
        type.literal(2),
        below(x, c.lowest(), zero()),
        above(x, c.highest(), infinity()));
  }

  private CodeBlock infinity() {
    return CodeBlock.of("$T.POSITIVE_INFINITY", type.scalar().box());
  }

  private CodeBlock zero() {
    return type.literal(0);
  }

  private CodeBlock below(CodeBlock x, Object limit, Object value) {
    return CodeBlock.of(".blend($L, $L.compare($T.LT, $L))", value, x, SimdType.OPERATORS, limit);
  }

  private CodeBlock above(CodeBlock x, Object limit, Object value) {
    return CodeBlock.of(".blend($L, $L.compare($T.GT, $L))", value, x, SimdType.OPERATORS, limit);
  }

  /** e^x for a named x ≤ 0. */
  private CodeBlock decay(CodeBlock x) {
    Split s = split(x);
    return code.vector(
        "exp",
        "$L.fma($L, $L).mul($L)\n$L",
        s.half(),
        s.e(),
        s.half(),
        type.literal(2),
        below(x, c.lowest(), zero()));
  }

  private CodeBlock expm1(CodeBlock x) {
    code.comment("eˣ − 1 = 2 (h e − (½ − h)) with h = 2ᵏ⁻¹ and e = eʳ − 1, r = x − k ln 2");
    return code.vector(
        "expm1",
        "$L.mul($L)\n$L\n$L",
        halfOfExpm1(x),
        type.literal(2),
        below(x, c.lowest(), type.literal(-1)),
        above(x, c.highest(), infinity()));
  }

  /** (eˣ − 1) / 2, which is −0 at −0. */
  private CodeBlock halfOfExpm1(CodeBlock x) {
    Split s = split(x);
    return CodeBlock.of(
        "$L.mul($L).sub($L.sub($L))", s.half(), s.e(), type.broadcast(type.literal(0.5)), s.half());
  }

  private CodeBlock tanh(CodeBlock x) {
    code.comment("tanh x = w / (w + 1) with w = (e²ˣ − 1) / 2 = h e − (½ − h), h and e as in exp");
    CodeBlock twice =
        code.vector(
            "twice",
            "$L$L$L\n.mul($L)",
            x,
            below(x, "-" + c.tanhLimit(), "-" + c.tanhLimit()),
            CodeBlock.of("\n$L", above(x, c.tanhLimit(), c.tanhLimit())),
            type.literal(2));
    CodeBlock w = code.vector("w", "$L", halfOfExpm1(twice));
    return code.vector("tanh", "$L.div($L.add($L))", w, w, type.literal(1));
  }

  private CodeBlock sigmoid(CodeBlock x) {
    code.comment("σ(x) = 1 / (1 + e⁻ˣ)");
    CodeBlock exp = exp(code.vector("minus", "$L.neg()", x));
    CodeBlock one = type.literal(1);
    return code.vector("sigmoid", "$L.div($L.add($L))", type.broadcast(one), exp, one);
  }

  private CodeBlock softplus(CodeBlock x) {
    code.comment(
        "log(1 + eˣ) = max(x, 0) + log(1 + f) with f = e^(−|x|) = 2 (h + h e), as in exp;");
    code.comment("log(1 + f) = s (2 + s² p(s²)) with s = f / (2 + f)");
    CodeBlock f = decay(code.vector("minus", "$L.abs().neg()", x));
    CodeBlock s = code.vector("s", "$L.div($L.add($L))", f, f, type.literal(2));
    CodeBlock q = code.vector("q", "$L.mul($L)", s, s);
    CodeBlock p = code.vector("p", "$L", code.polynomial(q, c.logOfFraction()));
    return code.vector(
        "softplus",
        "$L.fma($L.fma($L, $L),$W$L.max($L))",
        s,
        p,
        q,
        type.broadcast(type.literal(2)),
        x,
        type.literal(0));
  }

  private CodeBlock log(CodeBlock x) {
    code.comment("log x = k ln 2 + log(1 + f) where x = 2ᵏ (1 + f), √½ ≤ 1 + f < √2;");
    code.comment("log(1 + f) = f − (f²/2 − s (f²/2 + s² p(s²))) with s = f / (2 + f)");
    CodeBlock tiny = CodeBlock.of("$T.MIN_NORMAL", type.scalar().box());
    CodeBlock normal =
        code.vector(
            "normal",
            "$L.blend($L.mul($L),$W$L.compare($T.LT, $L))",
            x,
            x,
            c.subnormalScale(),
            x,
            SimdType.OPERATORS,
            tiny);
    CodeBlock scaled =
        CodeBlock.of("$L$L", type.broadcast(zero()), below(x, tiny, c.subnormalShift()));
    return logOfNormal("log", normal, CodeBlock.of("\n.sub($L)", scaled), CodeBlock.of(""), x);
  }

  private CodeBlock log1p(CodeBlock x) {
    code.comment("log(1 + x) = log u + lost / u where u is 1 + x rounded, and what that lost;");
    CodeBlock one = type.literal(1);
    CodeBlock u = code.vector("u", "$L.add($L)", x, one);
    CodeBlock part = code.vector("part", "$L.sub($L)", u, one);
    CodeBlock lost =
        code.vector(
            "lost",
            "$L.sub($L.sub($L)).add($L.sub($L)).div($L)",
            type.broadcast(one),
            u,
            part,
            x,
            part,
            u);
    code.comment("log u = k ln 2 + log(1 + f) where u = 2ᵏ (1 + f), √½ ≤ 1 + f < √2;");
    code.comment("log(1 + f) = f − (f²/2 − s (f²/2 + s² p(s²))) with s = f / (2 + f)");
    return logOfNormal("log1p", u, CodeBlock.of(""), CodeBlock.of(".add($L)", lost), u);
  }

  /**
   * The logarithm of {@code normal}, where {@code x} is what it says of 0, negative and infinite
   * numbers.
   */
  private CodeBlock logOfNormal(
      String name, CodeBlock normal, CodeBlock shift, CodeBlock rest, CodeBlock x) {
    CodeBlock bits = code.bits("bits", "$L.$L.add($L)", normal, type.toBits(), c.fromRootOfHalf());
    CodeBlock k =
        code.vector(
            "k",
            "$L.lanewise($T.LSHR, $L).or($L)$Z.$L$Z.sub($L)$L",
            bits,
            SimdType.OPERATORS,
            c.mantissa(),
            c.powerOfTwo(),
            type.fromBits(),
            c.powerAndBias(),
            shift);
    CodeBlock f =
        code.vector(
            "f",
            "$L.and($L).add($L).$L.sub($L)",
            bits,
            c.fraction(),
            c.rootOfHalf(),
            type.fromBits(),
            type.literal(1));
    CodeBlock s = code.vector("s", "$L.div($L.add($L))", f, f, type.literal(2));
    CodeBlock q = code.vector("q", "$L.mul($L)", s, s);
    CodeBlock p = code.vector("p", "$L", code.polynomial(q, c.log()));
    CodeBlock h = code.vector("h", "$L.mul($L).mul($L)", f, f, type.literal(0.5));
    CodeBlock low =
        code.vector(
            "low", "$L.fma($L.fma($L, $L),$W$L.mul($L)$L)", s, p, q, h, k, c.ln2Low(), rest);
    CodeBlock sum =
        code.vector(
            "sum", "$L.fma($L, $L.sub($L.sub($L)))", k, type.broadcast(c.ln2High()), f, h, low);
    return code.vector(
        name,
        "$L.blend($L, $L.compare($T.LT, $L))\n$L\n$L",
        x,
        sum,
        x,
        SimdType.OPERATORS,
        infinity(),
        below(x, zero(), CodeBlock.of("$T.NaN", type.scalar().box())),
        CodeBlock.of(
            ".blend($T.NEGATIVE_INFINITY, $L.compare($T.EQ, $L))",
            type.scalar().box(),
            x,
            SimdType.OPERATORS,
            zero()));
  }

  private CodeBlock erf(CodeBlock x) {
    code.comment("erf x = x + x p(x²) for |x| ≤ 1, beyond it ±(1 − e^(−x²) q(1 / (|x| + 3)))");
    CodeBlock square = code.vector("square", "$L.mul($L)", x, x);
    CodeBlock p = code.vector("p", "$L", code.polynomial(square, c.erfInner()));
    CodeBlock abs = code.vector("abs", "$L.abs()", x);
    CodeBlock t = code.vector("far", "$L$L", abs, above(abs, c.erfLimit(), c.erfLimit()));
    CodeBlock one = type.literal(1);
    CodeBlock u = code.vector("u", "$L.div($L.add($L))", type.broadcast(one), t, type.literal(3));
    CodeBlock q = code.vector("q", "$L", code.polynomial(u, c.erfOuter()));
    Split s = split(code.vector("minus", "$L.mul($L).neg()", t, t));
    CodeBlock exp =
        CodeBlock.of("$L.fma($L, $L).mul($L)", s.half(), s.e(), s.half(), type.literal(2));
    CodeBlock outer = code.vector("outer", "$L.sub($L.mul($L))", type.broadcast(one), exp, q);
    return code.vector(
        "erf",
        "$L$L\n.blend($L.fma($L, $L), $L.compare($T.LE, $L))",
        outer,
        below(x, zero(), CodeBlock.of("$L.neg()", outer)),
        x,
        p,
        x,
        abs,
        SimdType.OPERATORS,
        one);
  }
}
