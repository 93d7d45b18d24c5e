package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.diagnostic.Fault;

/** An enum constant that the user's runtime has and this processor has not. */
public final class UnknownConstantException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  UnknownConstantException(Fault fault) {
    super(fault.text());
    this.fault = fault;
  }

  /** What to tell the user. */
  public Fault fault() {
    return fault;
  }
}
