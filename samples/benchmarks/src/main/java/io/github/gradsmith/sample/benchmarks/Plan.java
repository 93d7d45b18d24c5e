package io.github.gradsmith.sample.benchmarks;

import io.github.gradsmith.sample.benchmarks.contender.Contender;
import io.github.gradsmith.sample.benchmarks.contender.Contenders;
import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a round measures, in order: all contenders at one work, then at the next, so that
 * those to be compared run within seconds of each other.
 */
final class Plan {
  private Plan() {}

  static List<Entry> of(Settings settings) {
    List<Entry> entries = new ArrayList<>();
    for (Size size : settings.sizes()) {
      for (Precision precision : settings.precisions()) {
        for (Task task : settings.tasks()) {
          Workload workload = new Workload(size, precision, task);
          settings.contenders().forEach(name -> add(entries, name, workload, settings));
        }
      }
    }
    return entries;
  }

  private static void add(List<Entry> entries, String name, Workload workload, Settings settings) {
    Contender contender = Contenders.named(name);
    if (!contender.offers(workload)) {
      return;
    }
    if (!name.equals("generated")) {
      entries.add(new Entry(name, workload, Backend.PLAIN));
      return;
    }
    for (Backend backend : settings.backends()) {
      entries.add(new Entry(name, workload, backend));
    }
  }
}
