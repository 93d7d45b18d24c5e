package io.github.gradsmith.sample.benchmarks.residual;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.sample.benchmarks.Backend;
import io.github.gradsmith.sample.benchmarks.ChildJvm;
import io.github.gradsmith.sample.benchmarks.report.Machine;
import java.util.Map;

/** A training step of the residual network against one of the chain, on either backend. */
public final class ResidualCost {
  private ResidualCost() {}

  /** Measures here if there is an argument; or else in a JVM of its own for each backend. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      System.out.println(measured());
      return;
    }
    System.out.println(Machine.here());
    for (Backend backend : Backend.values()) {
      System.out.println(new ChildJvm(backend.flags()).run(ResidualCost.class, "measure"));
    }
  }

  private static String measured() {
    Digits digits = new Digits();
    FloatNetwork residual = ResidualNets.residual();
    Turns turns = new Turns();
    turns.add("chain", digits.trains(ResidualNets.chain()));
    turns.add("residual", digits.trains(residual));
    Map<String, double[]> times = turns.run();
    return String.format(
        "JDK %s, %s: chain %s; residual %s; %.3f times",
        Runtime.version(),
        residual.topology().kernels(),
        Turns.words(times.get("chain")),
        Turns.words(times.get("residual")),
        Turns.ratio(times.get("residual"), times.get("chain")));
  }
}
