package io.github.gradsmith.sample.benchmarks.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All that compete: naive loops, ours, and those that the profile {@code peers} brings. */
public final class Contenders {
  private Contenders() {}

  /** The baseline first. */
  public static List<Contender> all() {
    List<Contender> all = new ArrayList<>(List.of(new Naive(), new Generated()));
    ServiceLoader.load(Contender.class).forEach(all::add);
    return all;
  }

  /** The contender of that name. */
  public static Contender named(String name) {
    return all().stream()
        .filter(contender -> contender.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no contender is named " + name));
  }
}
