package io.github.gradsmith.sample.benchmarks.contender;

/** One way to do the work: ours, plain loops, or another library. */
public interface Contender {
  /** As results name it. */
  String name();

  /** Whether it can do this work, and is worth comparing there. */
  boolean offers(Workload workload);

  /** Makes the network and its data; anything may go wrong in a foreign library. */
  Prepared prepare(Workload workload) throws Exception;
}
