package io.github.gradsmith.processor.random;

import java.util.List;

/** Random graphs in a JVM of their own, whose class path may hold another processor. */
public final class GraphRun {
  private GraphRun() {}

  /**
   * Prints what does not hold, and ends with 1 if anything does not.
   *
   * @param arguments the first seed and how many
   */
  public static void main(String... arguments) {
    List<NetworkDescription> graphs =
        RandomGraphs.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    List<Finding> findings = new Trials(check -> !check.equals(OtherJvms.CHECK)).run(graphs);
    findings.forEach(
        found ->
            System.out.println(found.network() + ": " + found.check() + ": " + found.message()));
    String sources = graphs.stream().map(NetworkDescription::source).reduce("", String::concat);
    System.out.println(
        findings.size() + " deviations, " + sources.split("@Scale", -1).length + " layers");
    System.exit(findings.isEmpty() ? 0 : 1);
  }
}
