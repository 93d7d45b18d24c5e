package io.github.gradsmith.processor.diagnostic;

import java.util.List;
import javax.tools.Diagnostic;

/**
 * One message at one place.
 *
 * @param message what is wrong
 * @param place where
 * @param arguments what the message's text leaves open, in order
 */
public record Fault(CatalogueEntry message, Place place, List<Object> arguments) {
  public Fault {
    arguments = List.copyOf(arguments);
  }

  /** Whether this forbids generating code. */
  public boolean isError() {
    return message.kind() == Diagnostic.Kind.ERROR;
  }

  /** The code and the filled-in text. */
  public String text() {
    return message.text(arguments);
  }
}
