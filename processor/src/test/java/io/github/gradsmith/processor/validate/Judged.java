package io.github.gradsmith.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what rules find with what they should find. */
public final class Judged {
  private Judged() {}

  /**
   * The faults of one rule are these and no others, in this order.
   *
   * @param expected code, place, and after a bar each what the message says: {@code "GS014
   *     layers[1] | Layer 2 has 0 neurons"}
   */
  public static void assertFaults(Rule rule, Declared declared, String... expected) {
    assertFaults(rule.faults(declared.build()), expected);
  }

  public static void assertFaults(List<Fault> faults, String... expected) {
    String found =
        faults.stream().map(f -> where(f) + " " + f.text()).collect(Collectors.joining("\n"));
    assertThat(faults).as(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      String[] parts = expected[i].split(" \\| ", -1);
      assertThat(where(faults.get(i))).as(found).isEqualTo(parts[0]);
      for (int part = 1; part < parts.length; part++) {
        assertThat(faults.get(i).text()).contains(parts[part]);
      }
    }
  }

  private static String where(Fault fault) {
    return fault.message().code() + " " + fault.place().value().getValue();
  }
}
