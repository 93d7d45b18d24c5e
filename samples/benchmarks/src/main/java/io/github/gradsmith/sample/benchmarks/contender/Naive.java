package io.github.gradsmith.sample.benchmarks.contender;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;

/** The baseline: plain loops that start with the same parameters as the generated network. */
final class Naive implements Contender {
  @Override
  public String name() {
    return "naive";
  }

  @Override
  public boolean offers(Workload workload) {
    return workload.makesSense();
  }

  @Override
  public Prepared prepare(Workload workload) {
    Size size = workload.size();
    Task task = workload.task();
    Call call =
        workload.precision() == Precision.FLOAT
            ? new FloatCalls(floats(size), size).of(task)
            : new DoubleCalls(doubles(size), size).of(task);
    return new Prepared(call, task.samples(), "naive loops");
  }

  static NaiveFloat floats(Size size) {
    FloatNetwork network = FloatNets.create(size, Generated.SEED);
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return new NaiveFloat(size.layers(), parameters);
  }

  static NaiveDouble doubles(Size size) {
    DoubleNetwork network = DoubleNets.create(size, Generated.SEED);
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return new NaiveDouble(size.layers(), parameters);
  }
}
