package io.github.gradsmith.processor.diagnostic;

import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Something that the processor says: its text names what was found, what is expected and the cure.
 * Codes are never reused, in whichever part of the catalogue they stand.
 */
public sealed interface CatalogueEntry permits Message, LayerMessage, RowMessage {
  /** The stable name of the message: GS and three digits. */
  String code();

  /** Error, warning or note. */
  Diagnostic.Kind kind();

  /** Its text, with places for arguments. */
  String template();

  /** This message at a place, its text filled in with the arguments in order. */
  default Fault at(Place place, Object... arguments) {
    return new Fault(this, place, List.of(arguments));
  }

  /** The code and the filled-in text. */
  default String text(List<Object> arguments) {
    return code() + ": " + String.format(Locale.ROOT, template(), arguments.toArray());
  }
}
