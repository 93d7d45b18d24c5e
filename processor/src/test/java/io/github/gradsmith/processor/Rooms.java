package io.github.gradsmith.processor;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which room may import which other rooms of the processor: what is not named here may not. */
final class Rooms {
  private static final String ROOT = "io.github.gradsmith.processor.";

  /** Rooms within these stand in the table. */
  private static final List<String> FAMILIES = List.of("check", "formula", "onnx", "validate");

  static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          room("formula.expr"),
          room("formula.text", "formula.expr"),
          room("formula.normal", "formula.expr"),
          room("formula.form", "formula.expr", "formula.normal"),
          room("formula.derive", "formula.expr", "formula.form", "formula.normal"),
          room("formula.render", "formula.expr", "model"),
          room("formula.machine", "formula.expr", "formula.form", "formula.render", "model"),
          room("check.bounds", "formula.expr"),
          room("check", "check.bounds", "formula.expr", "formula.form", "formula.machine"),
          room("onnx.proto", "formula.expr", "formula.text", "model"),
          room("onnx.value", "formula.expr", "model", "onnx.proto"),
          room(
              "onnx.operator",
              "activation",
              "formula.expr",
              "formula.text",
              "model",
              "onnx.proto",
              "onnx.value"),
          room("onnx", "model", "onnx.operator", "onnx.proto", "onnx.value"),
          room("validate.rule", "diagnostic", "formula.text", "model"),
          room("validate.declaration", "diagnostic", "model", "validate.rule"),
          room(
              "validate.formula",
              "activation",
              "check",
              "diagnostic",
              "formula.derive",
              "formula.expr",
              "formula.form",
              "formula.machine",
              "formula.text",
              "layer",
              "loss",
              "model",
              "validate.rule"),
          room(
              "validate.network",
              "activation",
              "diagnostic",
              "formula.form",
              "model",
              "validate.formula",
              "validate.rule"),
          room("validate.files", "diagnostic", "model", "validate.network", "validate.rule"),
          room(
              "validate",
              "diagnostic",
              "model",
              "validate.declaration",
              "validate.files",
              "validate.formula",
              "validate.network",
              "validate.rule"));

  private Rooms() {}

  private static Map.Entry<String, Set<String>> room(String name, String... mayImport) {
    return Map.entry(name, Set.of(mayImport));
  }

  /** What the rooms of the table's families do import. */
  static Map<String, Set<String>> imports(Iterable<JavaClass> classes) {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass type : classes) {
      String room = room(type);
      if (FAMILIES.contains(room.split("\\.")[0])) {
        Set<String> others = imports.computeIfAbsent(room, key -> new TreeSet<>());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String other = room(dependency.getTargetClass().getBaseComponentType());
          if (!other.isEmpty() && !other.equals(room)) {
            others.add(other);
          }
        }
      }
    }
    return imports;
  }

  /** The name of a type's room, without what all rooms begin with; empty outside of them. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
  }
}
