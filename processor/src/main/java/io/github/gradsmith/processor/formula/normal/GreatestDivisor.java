package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.TooLargeException;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;

/**
 * The greatest common divisor of polynomials, by Euclid's algorithm with primitive
 * pseudo-remainders in one atom after the other (Knuth, The Art of Computer Programming 4.6.1).
 */
final class GreatestDivisor {
  /** Polynomials of a higher degree are taken as coprime and irreducible. */
  static final int HIGHEST_DEGREE = 24;

  private GreatestDivisor() {}

  /**
   * The primitive greatest common divisor of two polynomials that are not 0; 1 if finding it would
   * take too long.
   */
  static Polynomial of(Polynomial p, Polynomial q) {
    if (p.degree() > HIGHEST_DEGREE || q.degree() > HIGHEST_DEGREE) {
      return Polynomial.ONE;
    }
    try {
      return exactly(p, q);
    } catch (TooLargeException e) {
      return Polynomial.ONE;
    }
  }

  private static Polynomial exactly(Polynomial p, Polynomial q) {
    if (p.isConstant() || q.isConstant()) {
      return Polynomial.ONE;
    }
    if (p.equals(q)) {
      return p.primitive();
    }
    SortedSet<Expr> atoms = p.atoms();
    atoms.addAll(q.atoms());
    Expr atom = Collections.min(atoms, Comparator.comparingInt(x -> lesserDegree(p, q, x)));
    if (lesserDegree(p, q, atom) == 0) {
      return q.degree(atom) == 0 ? withContent(p, atom, q) : withContent(q, atom, p);
    }
    Polynomial pContent = contentIn(p, atom);
    Polynomial qContent = contentIn(q, atom);
    Polynomial content = exactly(pContent, qContent);
    Polynomial main = euclid(quotient(p, pContent), quotient(q, qContent), atom);
    return content.times(main).primitive();
  }

  /** An atom of low degree makes the remainders few; one that only p or q has makes them vanish. */
  private static int lesserDegree(Polynomial p, Polynomial q, Expr atom) {
    return Math.min(p.degree(atom), q.degree(atom));
  }

  private static Polynomial euclid(Polynomial p, Polynomial q, Expr atom) {
    Polynomial high = p.degree(atom) >= q.degree(atom) ? p : q;
    Polynomial low = high == p ? q : p;
    while (!low.isZero()) {
      if (low.degree(atom) == 0) {
        return Polynomial.ONE;
      }
      Polynomial rest = remainder(high, low, atom);
      high = low;
      low = rest.isZero() ? rest : quotient(rest, contentIn(rest, atom)).primitive();
    }
    return high.primitive();
  }

  /** The remainder in the atom after multiplying by powers of the divisor's leading coefficient. */
  private static Polynomial remainder(Polynomial p, Polynomial divisor, Expr atom) {
    int degree = divisor.degree(atom);
    Polynomial leading = divisor.coefficient(atom, degree);
    Polynomial rest = p;
    while (!rest.isZero() && rest.degree(atom) >= degree) {
      int n = rest.degree(atom);
      Polynomial shift = Polynomial.of(Monomial.of(atom, n - degree), Rational.ONE);
      Polynomial part = rest.coefficient(atom, n).times(shift).times(divisor);
      rest = rest.times(leading).minus(part);
    }
    return rest;
  }

  /** The greatest divisor of p's coefficients of powers of the atom. */
  private static Polynomial contentIn(Polynomial p, Expr atom) {
    return withContent(p, atom, Polynomial.ZERO);
  }

  private static Polynomial withContent(Polynomial p, Expr atom, Polynomial start) {
    Polynomial content = start;
    for (int n = 0; n <= p.degree(atom); n++) {
      Polynomial coefficient = p.coefficient(atom, n);
      if (!coefficient.isZero()) {
        content = content.isZero() ? coefficient.primitive() : exactly(content, coefficient);
      }
    }
    return content;
  }

  private static Polynomial quotient(Polynomial p, Polynomial divisor) {
    return p.divide(divisor).orElseThrow();
  }
}
