package io.github.gradsmith.processor.model;

import io.github.gradsmith.Initializer;

/** What kind a layer is of, with all that is chosen about it. */
public sealed interface LayerChoice {
  /** The kinds, as the topology names them. */
  enum Type {
    DENSE
  }

  Type type();

  /** How z becomes a; the identity if it {@link #activates} nothing. */
  ActivationChoice activation();

  /** Whether an activation makes a of z; if not, what the layer computes is a itself. */
  boolean activates();

  /** How its weights are drawn; may be AUTO. */
  Initializer initializer();

  /** Weighted sums of all that it reads, one for each unit. */
  record Dense(int units, ActivationChoice activation, Initializer initializer)
      implements LayerChoice {
    @Override
    public Type type() {
      return Type.DENSE;
    }

    @Override
    public boolean activates() {
      return true;
    }
  }
}
