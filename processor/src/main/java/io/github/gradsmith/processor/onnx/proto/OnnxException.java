package io.github.gradsmith.processor.onnx.proto;

import io.github.gradsmith.processor.model.ModelImport;

/** Why a model cannot become a network. */
public final class OnnxException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean damaged;

  private OnnxException(String message, boolean damaged) {
    super(message);
    this.damaged = damaged;
  }

  /** The bytes are not those of a valid model. */
  public static OnnxException damaged(String format, Object... arguments) {
    return new OnnxException(String.format(format, arguments), true);
  }

  /** The model is valid, but of another kind than what can be generated. */
  public static OnnxException unsupported(String format, Object... arguments) {
    return new OnnxException(String.format(format, arguments), false);
  }

  public ModelImport refusal() {
    return damaged ? new ModelImport.Damaged(getMessage()) : new ModelImport.Refused(getMessage());
  }
}
