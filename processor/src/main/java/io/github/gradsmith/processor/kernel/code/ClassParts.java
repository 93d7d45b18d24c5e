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
public record ClassParts(List<FieldSpec> fields, List<MethodSpec> methods, List<TypeSpec> types) {
  public ClassParts {
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    types = List.copyOf(types);
  }

  public static ClassParts join(List<ClassParts> parts) {
    List<FieldSpec> fields = new ArrayList<>();
    List<MethodSpec> methods = new ArrayList<>();
    List<TypeSpec> types = new ArrayList<>();
    for (ClassParts part : parts) {
      fields.addAll(part.fields());
      methods.addAll(part.methods());
      types.addAll(part.types());
    }
    return new ClassParts(fields, methods, types);
  }

  public static ClassParts ofMethods(List<MethodSpec> methods) {
    return new ClassParts(List.of(), methods, List.of());
  }

  public static ClassParts ofFields(List<FieldSpec> fields) {
    return new ClassParts(fields, List.of(), List.of());
  }
}
