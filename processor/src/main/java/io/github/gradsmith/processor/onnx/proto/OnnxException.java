package io.github.gradsmith.processor.onnx.proto;

import io.github.gradsmith.processor.model.ModelImport;

/** Why a model cannot become a network. */
public final class OnnxException extends Exception {
  private static final long serialVersionUID = 1;

  private enum Kind {
    DAMAGED,
    UNSUPPORTED,
    NO_CHAIN
  }

  private final Kind kind;

  private OnnxException(String message, Kind kind) {
    super(message);
    this.kind = kind;
  }

  /** The bytes are not those of a valid model. */
  public static OnnxException damaged(String format, Object... arguments) {
    return new OnnxException(String.format(format, arguments), Kind.DAMAGED);
  }

  /** The model is valid, but of another kind than what can be generated. */
  public static OnnxException unsupported(String format, Object... arguments) {
    return new OnnxException(String.format(format, arguments), Kind.UNSUPPORTED);
  }

  /** The model is no chain of layers; it may be another graph that can be generated. */
  public static OnnxException noChain(String format, Object... arguments) {
    return new OnnxException(String.format(format, arguments), Kind.NO_CHAIN);
  }

  public boolean isDamaged() {
    return kind == Kind.DAMAGED;
  }

  /** Whether it says no more than that the model is no chain. */
  public boolean isOfChainsOnly() {
    return kind == Kind.NO_CHAIN;
  }

  public ModelImport refusal() {
    return isDamaged()
        ? new ModelImport.Damaged(getMessage())
        : new ModelImport.Refused(getMessage());
  }
}
