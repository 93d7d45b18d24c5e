package io.github.gradsmith.processor.onnx.proto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The nodes that an output depends on, each after those it depends on itself. */
public final class NodeOrder {
  private final Map<String, Node> givers = new HashMap<>();
  private final Set<String> givenTwice = new HashSet<>();

  private final Set<String> given;

  private NodeOrder(List<Node> nodes, Set<String> given) {
    this.given = given;
    for (Node node : nodes) {
      for (String name : node.proto().outputs()) {
        if (!name.isEmpty() && givers.putIfAbsent(name, node) != null) {
          givenTwice.add(name);
        }
      }
    }
  }

  /**
   * In the order of the file as far as that is possible; what others compute is of no account.
   *
   * @param given the names that have a value before
   */
  public static List<Node> towards(String output, List<Node> nodes, Set<String> given)
      throws OnnxException {
    NodeOrder order = new NodeOrder(nodes, given);
    return sorted(order.needed(output));
  }

  private Map<Node, Set<Node>> needed(String output) throws OnnxException {
    Map<Node, Set<Node>> needed = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(output));
    while (!open.isEmpty()) {
      String name = open.pop();
      Node giver = givers.get(name);
      if (givenTwice.contains(name)) {
        throw OnnxException.damaged("two nodes give \"%s\"", name);
      }
      if (giver != null && !needed.containsKey(giver)) {
        Set<Node> before = new LinkedHashSet<>();
        for (String input : giver.proto().inputs()) {
          if (givers.containsKey(input) && !given.contains(input)) {
            before.add(givers.get(input));
            open.push(input);
          }
        }
        needed.put(giver, before);
      }
    }
    return needed;
  }

  private static List<Node> sorted(Map<Node, Set<Node>> needed) throws OnnxException {
    Map<Node, List<Node>> after = new HashMap<>();
    Map<Node, Integer> missing = new HashMap<>();
    PriorityQueue<Node> ready = new PriorityQueue<>(Comparator.comparingInt(Node::number));
    needed.forEach(
        (node, before) -> {
          before.forEach(one -> after.computeIfAbsent(one, n -> new ArrayList<>()).add(node));
          missing.put(node, before.size());
          if (before.isEmpty()) {
            ready.add(node);
          }
        });
    List<Node> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      Node next = ready.remove();
      sorted.add(next);
      for (Node node : after.getOrDefault(next, List.of())) {
        if (missing.merge(node, -1, Integer::sum) == 0) {
          ready.add(node);
        }
      }
    }
    if (sorted.size() < needed.size()) {
      throw cycle(needed, missing);
    }
    return sorted;
  }

  /** Backwards from a node that was never ready one comes to one of a cycle. */
  private static OnnxException cycle(Map<Node, Set<Node>> needed, Map<Node, Integer> missing) {
    Node node = missing.keySet().stream().filter(n -> missing.get(n) > 0).findFirst().orElseThrow();
    Set<Node> seen = new HashSet<>();
    while (seen.add(node)) {
      node = needed.get(node).stream().filter(n -> missing.get(n) > 0).findFirst().orElseThrow();
    }
    return node.damaged("it depends on its own output, by way of the nodes that it takes from");
  }
}
