package io.github.gradsmith.processor.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options that the processor takes as {@code -Aname=value}.
 *
 * @param given those that are given, with their values as written
 */
public record Options(Map<String, String> given) {
  /** Whether generated classes carry {@code @Generated}. */
  public static final String GENERATED_ANNOTATION = "gradsmith.generatedAnnotation";

  /** Whether the derivation of a network's formulas is written as a document. */
  public static final String DERIVATION = "gradsmith.derivation";

  /** Whether the compiler says what a network costs. */
  public static final String REPORT = "gradsmith.report";

  /** The folder in which files that an annotation names are sought at last. */
  public static final String WEIGHTS_DIR = "gradsmith.weightsDir";

  /** Whether test vectors are computed while compiling. */
  public static final String VERIFY = "gradsmith.verify";

  /** Those that take true or false, each with what it is if not given. */
  public static final Map<String, Boolean> SWITCHES =
      Map.of(GENERATED_ANNOTATION, true, DERIVATION, false, REPORT, false, VERIFY, false);

  /** The names of all of them. */
  public static final Set<String> ALL =
      Stream.concat(SWITCHES.keySet().stream(), Stream.of(WEIGHTS_DIR))
          .collect(Collectors.toUnmodifiableSet());

  public Options {
    given = Map.copyOf(given);
  }

  /** Ours among all options of a compilation: a switch without a value is on. */
  public static Options of(Map<String, String> all) {
    Map<String, String> ours = new TreeMap<>();
    for (String name : ALL) {
      if (all.containsKey(name)) {
        String value = all.get(name);
        boolean isEmpty = value == null || value.isEmpty();
        ours.put(name, !isEmpty ? value : SWITCHES.containsKey(name) ? "true" : "");
      }
    }
    return new Options(ours);
  }

  /** Whether a switch is on. */
  public boolean isOn(String name) {
    return Boolean.parseBoolean(given.getOrDefault(name, SWITCHES.get(name).toString()));
  }
}
