package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Set;

/**
 * An instance method of an interface.
 *
 * @param name its simple name
 * @param parameters its erased parameter types, in order
 * @param declaredIn the interface that declares it
 * @param isDefault whether it has a body
 * @param bodyElsewhere whether it has one in a class beside the interface, where Kotlin may put it
 * @param returnType its return type as written
 * @param erasedReturnType the same without type arguments
 * @param mayReturnGenerated whether the generated class is of its return type
 * @param thrown the exceptions that it declares
 * @param place the method if it is in source, else the network interface
 */
public record MethodDeclaration(
    String name,
    List<String> parameters,
    String declaredIn,
    boolean isDefault,
    boolean bodyElsewhere,
    String returnType,
    String erasedReturnType,
    boolean mayReturnGenerated,
    List<String> thrown,
    Place place) {
  private static final Set<String> HOLDS_IO_EXCEPTION =
      Set.of("java.io.IOException", "java.lang.Exception", "java.lang.Throwable");

  public MethodDeclaration {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }

  /** Its name and erased parameter types, as {@code forward(float[], float[])}. */
  public String signature() {
    return name + "(" + String.join(", ", parameters) + ")";
  }

  /** Whether it declares {@code IOException}. */
  public boolean throwsIoException() {
    return thrown.stream().anyMatch(HOLDS_IO_EXCEPTION::contains);
  }
}
