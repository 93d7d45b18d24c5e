package io.github.gradsmith.processor.random;

import java.util.function.Predicate;

/**
 * Something that must hold of a network.
 *
 * @param name in a few words
 * @param applies of which networks it is asked
 * @param body throws an {@link AssertionError} where it does not hold
 */
record Check(String name, Predicate<NetworkDescription> applies, Body body) {
  /** What a check does. */
  interface Body {
    void run(Trial trial) throws Exception;
  }

  static Check ofAll(String name, Body body) {
    return new Check(name, network -> true, body);
  }

  static Check ofTrained(String name, Body body) {
    return new Check(name, NetworkDescription::trains, body);
  }
}
