package io.github.gradsmith;

import java.io.IOException;

/**
 * A weight file is damaged or does not fit the network, or numbers to be written or loaded are not
 * finite; the message says what was expected and what was found. Plain input and output errors
 * remain {@link IOException}s.
 */
public final class WeightsException extends IOException {
  private static final long serialVersionUID = 1L;

  /** An exception that says what was expected and what was found. */
  public WeightsException(String message) {
    super(message);
  }

  /** An exception that says what was expected and what was found, and by what that was noticed. */
  public WeightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
