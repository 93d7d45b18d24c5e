package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import io.github.gradsmith.processor.validate.rule.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Options that are on or off say true or false. */
public final class SwitchesAreTrueOrFalse implements Rule {
  private static final Set<String> VALUES = Set.of("true", "false");

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    Map<String, String> given = new TreeMap<>(network.declaration().options().given());
    given.keySet().retainAll(Options.SWITCHES.keySet());
    return given.entrySet().stream()
        .filter(option -> !VALUES.contains(option.getValue()))
        .map(option -> fault(network, option.getKey(), option.getValue()))
        .toList();
  }

  private static Fault fault(ResolvedNetwork network, String name, String value) {
    boolean standard = Options.SWITCHES.get(name);
    return Message.OPTION_VALUE.at(
        network.declaration().annotation(), name, value, standard, !standard, hint(value));
  }

  private static String hint(String value) {
    return Spelling.nearest(value.toLowerCase(Locale.ROOT), VALUES)
        .map(meant -> " Did you mean '" + meant + "'?")
        .orElse("");
  }
}
