package io.github.gradsmith.processor;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which room of the processor may import which others: what is not named here may not, and what is
 * named here does. CONTRIBUTING shows the same table.
 */
final class Rooms {
  /** The packages that are rooms begin with this; it is itself the room {@code root}. */
  private static final String ROOT = "io.github.gradsmith.processor";

  /** A line for each room, after all that it imports. */
  static final String TABLE =
      """
      diagnostic: nothing
      formula.expr: nothing
      initializer: nothing
      onnx.message: nothing
      plan.backward: nothing
      plan.shape: nothing
      check.bounds: formula.expr
      formula.normal: formula.expr
      formula.text: formula.expr
      model.row: diagnostic
      model: diagnostic, model.row
      formula.form: formula.expr, formula.normal
      formula.render: formula.expr, model
      kind: model
      onnx.proto: formula.expr, formula.text, model, onnx.message
      optimizer: formula.expr, formula.text, model
      plan.simd: model
      read.row: diagnostic, model.row
      read: diagnostic, model, model.row, read.row
      formula.derive: formula.expr, formula.form, formula.normal
      formula.machine: formula.expr, formula.form, formula.render, model
      kind.arrange: kind, model
      kind.dense: kind, model
      kind.embedding: kind, model
      kind.norm: kind, model
      kind.pointwise: kind, model
      onnx.value: formula.expr, model, onnx.message, onnx.proto
      check: check.bounds, formula.expr, formula.form, formula.machine
      kind.registry: kind, kind.arrange, kind.dense, kind.embedding, kind.norm, kind.pointwise, model
      loss: formula.derive, formula.expr, formula.text, model
      activation: check, formula.derive, formula.expr, formula.form, formula.machine, formula.normal, formula.text, model
      layer: activation, check, formula.derive, formula.expr, formula.form, formula.machine, loss
      onnx.operator: activation, formula.expr, formula.text, model, onnx.message, onnx.proto, onnx.value
      verify: activation, formula.expr, kind, kind.registry, model
      onnx.graph: formula.expr, formula.text, kind, kind.registry, model, onnx.message, onnx.operator, onnx.proto, onnx.value
      page: formula.expr, formula.render, layer
      plan: activation, initializer, layer, model, optimizer, plan.backward, plan.shape, plan.simd
      kernel.code: activation, formula.expr, formula.render, kind.registry, model, optimizer, plan, plan.backward
      kernel.row: kernel.code, model, model.row, plan
      onnx: model, onnx.graph, onnx.message, onnx.operator, onnx.proto, onnx.value
      plan.dense: model, plan, plan.shape, plan.simd
      kernel.baked: kernel.code, model
      kernel.memory: kernel.code, model, optimizer, plan, plan.shape, plan.simd
      kernel.simd.math: formula.expr, formula.render, kernel.code, model
      kernel.size: kernel.code, model, plan, plan.simd
      resolve: diagnostic, formula.expr, formula.text, model, onnx
      kernel.elementwise: activation, check, formula.expr, formula.machine, formula.render, kernel.code, kernel.simd.math, layer, model, plan
      validate.rule: diagnostic, formula.text, model, resolve
      kernel.dense: kernel.code, kernel.elementwise, plan, plan.dense, plan.shape
      kernel.simd.elementwise: activation, check, formula.expr, formula.machine, formula.render, kernel.code, kernel.elementwise, kernel.simd.math, plan, plan.backward
      validate.formula: activation, check, diagnostic, formula.derive, formula.expr, formula.form, formula.machine, formula.text, layer, loss, model, resolve, validate.rule
      validate.graph: diagnostic, kind, kind.registry, model, resolve, validate.rule
      validate.row: diagnostic, model, model.row, resolve, validate.graph, validate.rule
      validate.declaration: diagnostic, model, resolve, validate.row, validate.rule
      kernel.simd.dense: kernel.code, kernel.elementwise, kernel.simd.elementwise, kernel.simd.math, plan, plan.simd
      validate.layers: diagnostic, kind, model, resolve, validate.graph, validate.rule
      validate.network: activation, diagnostic, formula.expr, formula.form, model, resolve, validate.graph, validate.rule
      kernel.lowering: activation, initializer, kernel.code, kernel.simd.dense, model, plan
      kernel.simd.panel: kernel.code, kernel.simd.dense, kernel.simd.elementwise, plan, plan.simd
      validate.files: diagnostic, model, resolve, validate.graph, validate.layers, validate.network, validate.rule
      kernel.lowering.embedding: activation, initializer, kernel.code, kernel.lowering, model, page, plan
      kernel.lowering.layernorm: activation, formula.render, initializer, kernel.code, kernel.elementwise, kernel.lowering, kernel.simd.dense, model, page, plan
      kernel.lowering.simple: activation, formula.render, initializer, kernel.code, kernel.elementwise, kernel.lowering, model, page, plan
      validate: diagnostic, model, model.row, resolve, validate.declaration, validate.files, validate.formula, validate.graph, validate.layers, validate.network, validate.row, validate.rule
      kernel.lowering.dense: activation, formula.expr, initializer, kernel.code, kernel.dense, kernel.elementwise, kernel.lowering, kernel.lowering.simple, kernel.simd.dense, kernel.simd.panel, model, page, plan, plan.dense, plan.shape, plan.simd
      kernel.lowering.dropout: activation, formula.render, initializer, kernel.code, kernel.elementwise, kernel.lowering, kernel.lowering.simple, model, plan
      kernel.lowering.registry: kernel.code, kernel.lowering, kernel.lowering.dense, kernel.lowering.dropout, kernel.lowering.embedding, kernel.lowering.layernorm, kernel.lowering.simple, model, plan
      derivation: activation, formula.derive, formula.expr, formula.form, formula.render, formula.text, kernel.lowering, kernel.lowering.dense, kernel.lowering.registry, layer, loss, model, optimizer, page, plan
      kernel.backprop: formula.render, kernel.code, kernel.elementwise, kernel.lowering.registry, plan, plan.backward
      planner: activation, formula.machine, kernel.lowering, kernel.lowering.registry, kind, kind.registry, layer, loss, model, optimizer, plan, plan.backward, plan.shape, plan.simd
      kernel.step: formula.expr, formula.render, kernel.backprop, kernel.code, kernel.lowering.registry, kernel.memory, model, optimizer, plan
      emit: diagnostic, kernel.code, kernel.step, model, plan
      kernel.api: formula.render, initializer, kernel.backprop, kernel.baked, kernel.code, kernel.elementwise, kernel.memory, kernel.row, kernel.step, model, optimizer, plan
      kernel.simd.step: kernel.code, kernel.simd.math, kernel.step, optimizer
      kernel: kernel.api, kernel.backprop, kernel.code, kernel.dense, kernel.elementwise, kernel.lowering.registry, kernel.memory, kernel.row, kernel.size, kernel.step, model, plan, plan.backward
      kernel.simd: kernel.code, kernel.lowering, kernel.lowering.registry, kernel.simd.dense, kernel.simd.elementwise, kernel.simd.math, kernel.simd.panel, kernel.simd.step, kernel.size, model, optimizer, plan, plan.backward, plan.simd
      root: derivation, diagnostic, emit, kernel, kernel.baked, kernel.code, kernel.simd, kernel.size, model, plan, planner, read, resolve, validate, verify
      """;

  private Rooms() {}

  /** The lines of the table by the names of their rooms. */
  static Map<String, String> table() {
    return TABLE
        .lines()
        .map(line -> line.split(": "))
        .collect(
            Collectors.toMap(
                line -> line[0],
                line -> line[1],
                (first, same) -> {
                  throw new IllegalStateException("a room stands twice in the table");
                },
                TreeMap::new));
  }

  /** What the rooms do import, in the form of the table. */
  static Map<String, String> imports(Iterable<JavaClass> classes) {
    Map<String, TreeSet<String>> imports = new TreeMap<>();
    for (JavaClass type : classes) {
      String room = room(type);
      if (room.isEmpty()) {
        continue;
      }
      TreeSet<String> others = imports.computeIfAbsent(room, key -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String other = room(dependency.getTargetClass().getBaseComponentType());
        if (!other.isEmpty() && !other.equals(room)) {
          others.add(other);
        }
      }
    }
    Map<String, String> lines = new TreeMap<>();
    imports.forEach(
        (room, others) ->
            lines.put(room, others.isEmpty() ? "nothing" : String.join(", ", others)));
    return lines;
  }

  /** The name of a type's room, without what all rooms begin with; empty outside of them. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(ROOT)) {
      return "root";
    }
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
  }
}
