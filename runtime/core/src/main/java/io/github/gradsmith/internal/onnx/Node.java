package io.github.gradsmith.internal.onnx;

import java.util.ArrayList;
import java.util.List;

/** One operator of a graph with its inputs and its output, of which it also takes its name. */
final class Node {
  private static final int FLOAT_ATTRIBUTE = 1;
  private static final int INT_ATTRIBUTE = 2;
  private static final int INTS_ATTRIBUTE = 7;

  private final String operator;
  private final List<String> inputs;
  private final List<Message> attributes = new ArrayList<>();
  private String output;

  Node(String operator, List<String> inputs, String output) {
    this.operator = operator;
    this.inputs = inputs;
    this.output = output;
  }

  Node with(String attribute, long value) {
    attributes.add(new Message().text(1, attribute).number(3, value).number(20, INT_ATTRIBUTE));
    return this;
  }

  Node with(String attribute, long[] values) {
    Message message = new Message().text(1, attribute);
    for (long value : values) {
      message.number(8, value);
    }
    attributes.add(message.number(20, INTS_ATTRIBUTE));
    return this;
  }

  Node with(String attribute, float value) {
    attributes.add(new Message().text(1, attribute).real(2, value).number(20, FLOAT_ATTRIBUTE));
    return this;
  }

  String output() {
    return output;
  }

  void renameOutput(String name) {
    output = name;
  }

  /** A NodeProto. */
  Message message() {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, output).text(4, operator);
    attributes.forEach(attribute -> node.message(5, attribute));
    return node;
  }
}
