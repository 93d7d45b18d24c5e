package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a generated class in reading order.
 *
 * @param fields constants, then fields by layer
 * @param methods constructors and public methods, then forward 2 to L, loss, deltas L to 2, update,
 *     parameters
 * @param types nested classes
 */
public record Fragments(List<FieldSpec> fields, List<MethodSpec> methods, List<TypeSpec> types) {
  public Fragments {
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    types = List.copyOf(types);
  }

  public static Fragments join(List<Fragments> parts) {
    List<FieldSpec> fields = new ArrayList<>();
    List<MethodSpec> methods = new ArrayList<>();
    List<TypeSpec> types = new ArrayList<>();
    for (Fragments part : parts) {
      fields.addAll(part.fields());
      methods.addAll(part.methods());
      types.addAll(part.types());
    }
    return new Fragments(fields, methods, types);
  }

  public static Fragments ofMethods(List<MethodSpec> methods) {
    return new Fragments(List.of(), methods, List.of());
  }

  public static Fragments ofFields(List<FieldSpec> fields) {
    return new Fragments(fields, List.of(), List.of());
  }
}
