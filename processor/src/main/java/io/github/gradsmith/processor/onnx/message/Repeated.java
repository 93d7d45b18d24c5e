package io.github.gradsmith.processor.onnx.message;

import java.util.ArrayList;
import java.util.List;

/** Reads a message of one type. */
@FunctionalInterface
interface Repeated<T> {
  T of(WireMessage message) throws MalformedException;

  /** Reads all messages of a field. */
  static <T> List<T> read(List<WireMessage> messages, Repeated<T> type) throws MalformedException {
    List<T> read = new ArrayList<>();
    for (WireMessage message : messages) {
      read.add(type.of(message));
    }
    return read;
  }
}
