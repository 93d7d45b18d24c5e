package io.github.gradsmith.processor.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a failure says: every network that failed, and a few of them shrunk. */
final class Report {
  private static final int MOST_SHRUNK = 3;

  private Report() {}

  static String of(List<Finding> findings) {
    Map<String, Finding> byCheck = new LinkedHashMap<>();
    findings.forEach(finding -> byCheck.putIfAbsent(finding.check(), finding));
    String shrunk =
        byCheck.values().stream()
            .limit(MOST_SHRUNK)
            .map(finding -> shrunk(new Shrinker().shrink(finding)))
            .collect(Collectors.joining("\n"));
    String all =
        findings.stream()
            .map(found -> found.network() + ": " + found.check() + ": " + found.message())
            .collect(Collectors.joining("\n"));
    return all + "\n\n" + shrunk;
  }

  private static String shrunk(Finding finding) {
    NetworkDescription network = finding.network();
    return """
        %s fails: %s
        mini-batches %s of %s inputs
        %s
        try the network it came from again by:
        mvn -pl processor -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -D%s=1 -Dfuzz.seed=%d
        """
        .formatted(
            finding.check(),
            finding.message(),
            network.batches(),
            network.inputs(),
            network.declaration(),
            network.isGraph() ? "RandomGraphsTest" : "RandomNetworksTest",
            network.isGraph() ? "fuzz.graphs" : "fuzz.networks",
            network.seed());
  }
}
