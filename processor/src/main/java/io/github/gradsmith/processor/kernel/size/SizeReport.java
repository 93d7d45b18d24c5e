package io.github.gradsmith.processor.kernel.size;

import io.github.gradsmith.processor.kernel.code.Implementation;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.Memory;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.Locale;

/** What a generated class costs, for people to read. */
public final class SizeReport {
  private final StringBuilder lines = new StringBuilder();

  private SizeReport() {}

  /** A line for each number and for each layer after the input. */
  public static String of(NetworkPlan plan, Implementation implementation) {
    SizeReport report = new SizeReport();
    Memory memory = plan.memory();
    report.add("parameters", plan.parameterCount(), "");
    report.add("forward pass", plan.forwardFlops(), " FLOPs");
    if (plan.trains()) {
      report.add("training, one sample", plan.trainFlops(), " FLOPs");
    }
    report.add("parameter memory", memory.parameterBytes(), " bytes");
    report.add("working memory", memory.workingBytes(), " bytes");
    report.add("optimizer state", memory.stateBytes(), " bytes");
    report.add("heap, with array headers", memory.heapBytes(), " bytes");
    report.add("longest method, about", implementation.longestMethodBytes(), " bytes of 8,000");
    plan.layers().forEach(report::add);
    return report.lines.toString();
  }

  private void add(String name, long number, String unit) {
    lines.append(String.format(Locale.ROOT, "\n  %-25s %,14d%s", name, number, unit));
  }

  private void add(LayerPlan layer) {
    lines.append(
        String.format(
            Locale.ROOT,
            "\n  layer %d, %d to %d: %s",
            layer.number(),
            layer.inputs(),
            layer.outputs(),
            layer.loopWords()));
  }
}
