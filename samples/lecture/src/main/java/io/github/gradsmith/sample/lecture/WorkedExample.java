package io.github.gradsmith.sample.lecture;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints the 2-2-2 network from its parameters to one step of gradient descent. */
final class WorkedExample {
  private final PrintStream out;
  private final LectureNet network = Example.network();
  private final double[] x = Example.input();
  private final double[] t = Example.target();

  WorkedExample(PrintStream out) {
    this.out = out;
  }

  /** The whole example; the network has taken one step afterwards. */
  void print() {
    LectureOrder old = parameters();
    Trace trace = Trace.of(network, x);
    heading("The network 2-2-2: z(l) = a(l−1) W(l) + b(l), a(l) = σ(z(l)), a(1) = x");
    new MatrixTable(out).parameters(old);
    heading("Forward");
    printTrace(trace);
    printError(trace);
    heading("The twelve partial derivatives");
    List<PartialDerivative> derivatives = new ChainRule(old, trace, t).derivatives();
    derivatives.forEach(this::printFormula);
    heading("The same three ways, numerical differentiation with h = " + CentralDifference.H);
    LectureOrder gradient = gradient();
    printAgreement(derivatives, gradient);
    heading("One step: W = W − α ∂E/∂W, α = " + Example.ALPHA);
    network.train(x, t, Example.ALPHA);
    new MatrixTable(out).step(old, gradient, parameters());
    line("");
    line("E before the step %.9f, after it %.9f", total(trace), total(Trace.of(network, x)));
  }

  private LectureOrder parameters() {
    double[] flat = new double[network.parameterCount()];
    network.getParameters(flat);
    return new LectureOrder(flat);
  }

  private LectureOrder gradient() {
    double[] flat = new double[network.parameterCount()];
    network.gradient(new double[][] {x}, new double[][] {t}, 0, 1, flat);
    return new LectureOrder(flat);
  }

  private void printTrace(Trace trace) {
    line("  layer   z₁          z₂          a₁          a₂");
    line("    1                           %10.7f  %10.7f   a(1) = x", trace.a(1, 1), trace.a(1, 2));
    for (int layer = 2; layer <= 3; layer++) {
      line(
          "    %d   %10.7f  %10.7f  %10.7f  %10.7f",
          layer, trace.z(layer, 1), trace.z(layer, 2), trace.a(layer, 1), trace.a(layer, 2));
    }
  }

  private void printError(Trace trace) {
    line("");
    for (int i = 1; i <= 2; i++) {
      String form = "  E%s = ½ (t%1$s − a%1$s(3))² = ½ (%.1f − %.7f)² = %.9f";
      line(form, i == 1 ? "₁" : "₂", t[i - 1], trace.a(3, i), trace.error(t, i));
    }
    line("  E  = E₁ + E₂ = %.9f", total(trace));
    line("       loss()  = %.9f", network.loss(x, t));
  }

  private double total(Trace trace) {
    return trace.error(t, 1) + trace.error(t, 2);
  }

  private void printFormula(PartialDerivative derivative) {
    String margin = " ".repeat(derivative.name().length() + 3);
    line("  %s = %s", derivative.name(), String.join("\n  " + margin, derivative.formula()));
    line("  %s = %.10f", " ".repeat(derivative.name().length()), derivative.value());
  }

  private void printAgreement(List<PartialDerivative> derivatives, LectureOrder gradient) {
    double[] numerical = CentralDifference.gradient(network, x, t);
    line("                   formula      numerical   difference     gradient()   difference");
    for (PartialDerivative d : derivatives) {
      double n = numerical[d.index()];
      double g = gradient.flat()[d.index()];
      line(
          "  %-10s  %13.10f  %13.10f     %8.1e  %13.10f     %8.1e",
          d.name(), d.value(), n, Math.abs(d.value() - n), g, Math.abs(d.value() - g));
    }
  }

  private void heading(String text) {
    line("%n%s%n%s%n", text, "─".repeat(text.length()));
  }

  private void line(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format.replace("%n", "\n"), values) + "\n");
  }
}
