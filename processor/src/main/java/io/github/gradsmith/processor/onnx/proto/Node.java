package io.github.gradsmith.processor.onnx.proto;

import io.github.gradsmith.processor.onnx.message.AttributeProto;
import io.github.gradsmith.processor.onnx.message.AttributeType;
import io.github.gradsmith.processor.onnx.message.NodeProto;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An operator of the graph.
 *
 * @param proto as the file has it
 * @param number its place in the file, from 1 on
 * @param opset the version of the operators
 */
public record Node(NodeProto proto, int number, long opset) {
  private static final Set<String> DOMAINS = Set.of("", "ai.onnx");

  /** Whether a domain is that of ONNX's own operators. */
  public static boolean isStandard(String domain) {
    return DOMAINS.contains(domain);
  }

  public String operator() {
    String domain = proto.domain();
    return isStandard(domain) ? proto.opType() : domain + "." + proto.opType();
  }

  /** As messages call it: {@code node 3, Conv "conv1"}. */
  public String description() {
    String name = proto.name().isEmpty() ? "" : " \"" + proto.name() + '"';
    return "node " + number + ", " + operator() + name;
  }

  /** The name of an input; empty if it is left out. */
  public String input(int i) {
    return i < proto.inputs().size() ? proto.inputs().get(i) : "";
  }

  public boolean hasInput(int i) {
    return !input(i).isEmpty();
  }

  public int inputs() {
    return proto.inputs().size();
  }

  /** The first output; others are never used. */
  public String output() throws OnnxException {
    if (proto.outputs().isEmpty()) {
      throw OnnxException.damaged("%s has no output", description());
    }
    return proto.outputs().get(0);
  }

  /** A float attribute, as the number that is written with the fewest digits. */
  public double number(String name, double otherwise) throws OnnxException {
    Optional<AttributeProto> attribute = attribute(name, AttributeType.FLOAT);
    return attribute.isEmpty()
        ? otherwise
        : Double.parseDouble(Float.toString(attribute.get().real()));
  }

  public long integer(String name, long otherwise) throws OnnxException {
    return attribute(name, AttributeType.INT).map(AttributeProto::integer).orElse(otherwise);
  }

  String text(String name, String otherwise) throws OnnxException {
    return attribute(name, AttributeType.STRING).map(AttributeProto::text).orElse(otherwise);
  }

  public List<Long> integers(String name) throws OnnxException {
    return attribute(name, AttributeType.INTS).map(AttributeProto::integers).orElse(List.of());
  }

  public boolean has(String name) {
    return proto.attributes().stream().anyMatch(one -> one.name().equals(name));
  }

  /** An attribute, if it is there. */
  public Optional<AttributeProto> attribute(String name, AttributeType type) throws OnnxException {
    for (AttributeProto attribute : proto.attributes()) {
      if (attribute.name().equals(name)) {
        if (attribute.type() != type) {
          throw OnnxException.damaged(
              "the attribute %s of %s is %s, but it should be %s",
              name, description(), attribute.type(), type);
        }
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  public OnnxException unsupported(String format, Object... arguments) {
    return OnnxException.unsupported("%s: %s", description(), String.format(format, arguments));
  }

  /** What no chain of layers can have, and another graph perhaps. */
  public OnnxException noChain(String format, Object... arguments) {
    return OnnxException.noChain("%s: %s", description(), String.format(format, arguments));
  }

  public OnnxException damaged(String format, Object... arguments) {
    return OnnxException.damaged("%s: %s", description(), String.format(format, arguments));
  }
}
