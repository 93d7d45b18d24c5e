package io.github.gradsmith.processor.diagnostic;

import java.util.List;
import javax.annotation.processing.Messager;

/** All faults of one declaration, in a fixed order: the rules', within a rule the source's. */
public record Report(List<Fault> faults) {
  public Report {
    faults = List.copyOf(faults);
  }

  /** A report of a single fault. */
  public static Report of(Fault fault) {
    return new Report(List.of(fault));
  }

  /** The errors alone. */
  public Report errors() {
    return new Report(faults.stream().filter(Fault::isError).toList());
  }

  /** Whether code may not be generated. */
  public boolean hasErrors() {
    return faults.stream().anyMatch(Fault::isError);
  }

  /** Says everything; to be called once. */
  public void print(Messager messager) {
    faults.forEach(fault -> fault.place().print(messager, fault.message().kind(), fault.text()));
  }
}
