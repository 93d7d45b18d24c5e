package io.github.gradsmith.sample.benchmarks.contender;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;

/** What the processor wrote for the interfaces in {@link FloatNets} and {@link DoubleNets}. */
final class Generated implements Contender {
  static final long SEED = 1;

  private final boolean warm;

  Generated() {
    this(true);
  }

  /** Warmed up as for a measurement, or as it is, for its numbers alone. */
  Generated(boolean warm) {
    this.warm = warm;
  }

  @Override
  public String name() {
    return "generated";
  }

  @Override
  public boolean offers(Workload workload) {
    return workload.makesSense();
  }

  @Override
  public Prepared prepare(Workload workload) {
    Size size = workload.size();
    Task task = workload.task();
    if (workload.precision() == Precision.FLOAT) {
      FloatNetwork network = FloatNets.create(size, SEED);
      if (warm) {
        network.warmUp();
      }
      Call call = new FloatCalls(new GeneratedFloat(network), size).of(task);
      return new Prepared(call, task.samples(), network.topology().kernels());
    }
    DoubleNetwork network = DoubleNets.create(size, SEED);
    if (warm) {
      network.warmUp();
    }
    Call call = new DoubleCalls(new GeneratedDouble(network), size).of(task);
    return new Prepared(call, task.samples(), network.topology().kernels());
  }
}
