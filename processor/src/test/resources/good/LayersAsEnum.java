import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

class LayersAsEnum {
  @interface Notes {
    Note[] value();
  }

  /** Another's annotation, which javac wraps where it stands twice. */
  @java.lang.annotation.Repeatable(Notes.class)
  @interface Note {
    String value();
  }

  @Network(loss = Loss.BINARY_CROSS_ENTROPY)
  @RmsProp
  interface Chain extends FloatNetwork {
    enum Layer {
      @Input(7)
      IN,
      @Dense(units = 9, activation = TANH)
      HIDDEN,
      @Dense(units = 4, activation = SIGMOID)
      OUT
    }
  }

  @Network
  @Adam
  interface Residual extends DoubleNetwork {
    enum Layer {
      @Input({6})
      IN,
      @Dense(units = 8, formula = "max(z, 0)")
      A,
      @Note("one")
      @Note("two")
      @Dense(units = 8)
      B,
      @Add({"A", "B"})
      SUM,
      @Elementwise(activation = TANH)
      ACT,
      @Dense(units = 3, initializer = Initializer.HE_NORMAL, bias = false)
      OUT
    }

    enum Other {
      NOT,
      LAYERS
    }
  }

  /** Every kind. */
  @Network(loss = Loss.CROSS_ENTROPY, initializer = Initializer.LECUN_NORMAL)
  interface Kinds extends FloatPredictor {
    enum Kind {
      @Input(8)
      ROW,
      @Slice(begin = 0, end = 6)
      NUMBERS,
      @Normalization
      SCALED,
      @Slice(begin = 6, end = 8, axis = -1, from = "ROW")
      CODES,
      @Embedding(categories = 5, units = 6)
      TABLE,
      @Transpose
      TURNED,
      @Flatten
      FLAT,
      @Dense(units = 6, activation = GELU)
      SMALL,
      @LayerNorm(epsilon = 1e-3)
      NORM,
      @Dropout(0.5)
      DROPPED,
      @Multiply(
          value = {"DROPPED", "SCALED", "SCALED"},
          activation = RELU)
      GATED,
      @Concat({"GATED", "SMALL"})
      ALL,
      @Dense(units = 3, activation = SOFTMAX)
      OUT;

      static final int COUNT = 13;
    }
  }
}
