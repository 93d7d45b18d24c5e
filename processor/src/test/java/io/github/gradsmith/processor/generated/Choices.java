package io.github.gradsmith.processor.generated;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that {@code @Network} allows, from its enums: a new constant is tested unasked. */
public final class Choices {
  /** The activations of hidden layers. */
  public static final List<Activation> HIDDEN =
      Stream.of(Activation.values()).filter(a -> !isForLastOnly(a)).toList();

  /** The last layer's activations, each with the losses that go with it. */
  public static final List<Output> OUTPUTS =
      Stream.of(Activation.values())
          .flatMap(a -> Stream.of(Loss.values()).map(loss -> new Output(a, loss)))
          .filter(Output::isAllowed)
          .toList();

  private Choices() {}

  /** Whether an activation couples the outputs of its layer. */
  public static boolean isForLastOnly(Activation activation) {
    return activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
  }

  /** A hidden activation, counted round. */
  public static Activation hidden(int i) {
    return HIDDEN.get(i % HIDDEN.size());
  }

  /** An output, counted round. */
  static Output output(int i) {
    return OUTPUTS.get(i % OUTPUTS.size());
  }

  /**
   * How a network ends.
   *
   * @param activation of the last layer
   * @param loss of the network
   */
  public record Output(Activation activation, Loss loss) {
    boolean isAllowed() {
      return switch (loss) {
        case CROSS_ENTROPY -> isForLastOnly(activation);
        case BINARY_CROSS_ENTROPY -> activation == Activation.SIGMOID;
        default -> true;
      };
    }

    /** The widths, but at least two outputs for a softmax, which is refused over a single one. */
    public int[] allowed(int... widths) {
      int[] allowed = widths.clone();
      int last = widths.length - 1;
      allowed[last] = isForLastOnly(activation) ? Math.max(2, widths[last]) : widths[last];
      return allowed;
    }

    /** The attributes of a network of the widths allowed, all its hidden layers alike. */
    public String attributes(int[] widths, Activation hidden) {
      return attributes(widths, Collections.nCopies(widths.length - 2, hidden));
    }

    /** The attributes of a network of the widths allowed, hidden layers in order. */
    String attributes(int[] widths, List<Activation> hidden) {
      String activations =
          Stream.concat(hidden.stream(), Stream.of(activation))
              .map(Activation::name)
              .collect(Collectors.joining(", ", "{", "}"));
      return CompiledNetworks.layers(allowed(widths))
          + ", activation = "
          + activations
          + ", loss = "
          + loss;
    }
  }
}
