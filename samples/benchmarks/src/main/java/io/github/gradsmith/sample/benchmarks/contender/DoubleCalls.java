package io.github.gradsmith.sample.benchmarks.contender;

/** The call of each task on a subject that computes in {@code double}. */
final class DoubleCalls {
  private static final double RATE = 0.1;

  private final DoubleSubject subject;
  private final DoubleSamples samples;
  private final double[][] outputs;

  DoubleCalls(DoubleSubject subject, Size size) {
    this.subject = subject;
    samples = new DoubleSamples(size.inputs(), size.outputs());
    outputs = new double[samples.inputs.length][size.outputs()];
  }

  Call of(Task task) {
    int count = task.samples();
    return switch (task) {
      case FORWARD -> this::forward;
      case FORWARD_64 -> () -> forward(count);
      case TRAIN_1 -> this::train;
      case TRAIN_10, TRAIN_64, TRAIN_100 -> () -> train(count);
    };
  }

  private double forward() {
    subject.forward(samples.inputs[samples.next(1)], outputs[0]);
    return outputs[0][0];
  }

  private double forward(int count) {
    int from = samples.next(count);
    subject.forward(samples.inputs, outputs, from, from + count);
    return outputs[from][0];
  }

  private double train() {
    int row = samples.next(1);
    return subject.train(samples.inputs[row], samples.targets[row], RATE);
  }

  private double train(int count) {
    int from = samples.next(count);
    return subject.train(samples.inputs, samples.targets, from, from + count, RATE);
  }
}
