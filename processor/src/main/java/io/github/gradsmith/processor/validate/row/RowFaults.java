package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import java.util.ArrayList;
import java.util.List;

/** Faults of rows while they are found: a place has each message once. */
final class RowFaults {
  private final List<Fault> faults = new ArrayList<>();

  void add(RowMessage message, Place place, Object... arguments) {
    Fault fault = message.at(place, arguments);
    if (faults.stream().noneMatch(f -> f.message() == message && f.place().equals(place))) {
      faults.add(fault);
    }
  }

  List<Fault> all() {
    return List.copyOf(faults);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** A number of things: {@code 1 neuron}, {@code 3 neurons}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
