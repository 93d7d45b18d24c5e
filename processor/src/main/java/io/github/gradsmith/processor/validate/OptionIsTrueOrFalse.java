package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.Options;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The option about {@code @Generated} says true or false. */
final class OptionIsTrueOrFalse implements Rule {
  private static final Set<String> VALUES = Set.of("true", "false");

  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    return declaration.generatedOption().stream()
        .filter(value -> !VALUES.contains(value))
        .map(
            value ->
                Message.OPTION_VALUE.at(
                    declaration.annotation(), Options.GENERATED_ANNOTATION, value, hint(value)))
        .toList();
  }

  private static String hint(String value) {
    return Spelling.nearest(value.toLowerCase(Locale.ROOT), VALUES)
        .map(meant -> " Did you mean '" + meant + "'?")
        .orElse("");
  }
}
