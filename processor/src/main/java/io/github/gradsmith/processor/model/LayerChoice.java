package io.github.gradsmith.processor.model;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import java.util.Map;
import java.util.TreeMap;

/** What kind a layer is of, with all that is chosen about it. Axes count from 0. */
public sealed interface LayerChoice {
  /** No activation, a = z. */
  ActivationChoice IDENTITY = new ActivationChoice.Named(Activation.IDENTITY);

  /** The kinds, as the topology names them. */
  enum Type {
    DENSE,
    ELEMENTWISE,
    DROPOUT,
    LAYER_NORM,
    NORMALIZATION,
    ADD,
    MULTIPLY,
    CONCAT,
    SLICE,
    FLATTEN,
    TRANSPOSE,
    EMBEDDING
  }

  Type type();

  /** How z becomes a; the identity of a kind that knows no activation. */
  default ActivationChoice activation() {
    return IDENTITY;
  }

  /** Whether an activation makes a of z; if not, what the layer computes is a itself. */
  default boolean activates() {
    return !activation().equals(IDENTITY);
  }

  /** How its weights are drawn; may be AUTO. */
  default Initializer initializer() {
    return Initializer.AUTO;
  }

  /** What else its annotation says, by the names there. */
  default Map<String, Number> attributes() {
    return Map.of();
  }

  /** Weighted sums over the last dimension of what it reads, one for each unit. */
  record Dense(int units, boolean bias, ActivationChoice activation, Initializer initializer)
      implements LayerChoice {
    @Override
    public Type type() {
      return Type.DENSE;
    }

    /** Also with the identity: the lecture's z is there to be read. */
    @Override
    public boolean activates() {
      return true;
    }
  }

  /** An activation alone, z being what it reads. */
  record Elementwise(ActivationChoice activation) implements LayerChoice {
    @Override
    public Type type() {
      return Type.ELEMENTWISE;
    }
  }

  /** While training, sets each number to 0 with that probability, and scales up the others. */
  record Dropout(double rate) implements LayerChoice {
    @Override
    public Type type() {
      return Type.DROPOUT;
    }

    @Override
    public Map<String, Number> attributes() {
      return Map.of("value", rate);
    }
  }

  /** Mean 0 and variance 1 over the last dimension, then a weight and a bias for each number. */
  record LayerNorm(double epsilon) implements LayerChoice {
    @Override
    public Type type() {
      return Type.LAYER_NORM;
    }

    @Override
    public Map<String, Number> attributes() {
      return Map.of("epsilon", epsilon);
    }
  }

  /** Each number less its mean, divided by its deviation: statistics of data, not learnt. */
  record Normalization() implements LayerChoice {
    @Override
    public Type type() {
      return Type.NORMALIZATION;
    }
  }

  /** The sum of what it reads, number by number. */
  record Add(ActivationChoice activation) implements LayerChoice {
    @Override
    public Type type() {
      return Type.ADD;
    }
  }

  /** The product of what it reads, number by number. */
  record Multiply(ActivationChoice activation) implements LayerChoice {
    @Override
    public Type type() {
      return Type.MULTIPLY;
    }
  }

  /** What it reads, one after the other along an axis. */
  record Concat(int axis) implements LayerChoice {
    @Override
    public Type type() {
      return Type.CONCAT;
    }

    @Override
    public Map<String, Number> attributes() {
      return Map.of("axis", axis);
    }
  }

  /** Part of what it reads along an axis, from {@code begin} up to but without {@code end}. */
  record Slice(int begin, int end, int axis) implements LayerChoice {
    @Override
    public Type type() {
      return Type.SLICE;
    }

    @Override
    public Map<String, Number> attributes() {
      return new TreeMap<>(Map.of("begin", begin, "end", end, "axis", axis));
    }
  }

  /** The same numbers in one dimension. */
  record Flatten() implements LayerChoice {
    @Override
    public Type type() {
      return Type.FLATTEN;
    }
  }

  /** Rows and columns in each other's place. */
  record Transpose() implements LayerChoice {
    @Override
    public Type type() {
      return Type.TRANSPOSE;
    }
  }

  /** For each index that it reads, the row of a table. */
  record Embedding(int categories, int units, Initializer initializer) implements LayerChoice {
    @Override
    public Type type() {
      return Type.EMBEDDING;
    }
  }
}
