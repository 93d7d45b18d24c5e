package io.github.gradsmith.processor.onnx.message;

/** The bytes are no message of protobuf; the message says why. */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedException(String message) {
    super(message);
  }
}
