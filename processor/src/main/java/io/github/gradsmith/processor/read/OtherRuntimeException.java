package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.diagnostic.Fault;

/** The runtime on the compile path is of another version than this processor. */
public final class OtherRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  OtherRuntimeException(Fault fault) {
    super(fault.text());
    this.fault = fault;
  }

  /** What to tell the user. */
  public Fault fault() {
    return fault;
  }
}
