package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/**
 * The annotated type as written.
 *
 * @param kind {@code interface}, {@code class}, {@code record}, {@code enum} or {@code annotation
 *     type}
 * @param packageName its package, "" for the unnamed one
 * @param nesting simple names from the outermost type to this one
 * @param isPublic whether it, with all types around it, is public
 * @param typeParameters its type parameters
 * @param privateType the private type among it and those around it, the outermost if several
 * @param isSealed whether it is sealed
 * @param isDeprecated whether it, a type around it or a method it has is deprecated
 * @param generatedNameTaken whether a type of the generated name exists that is not ours
 * @param simdNameTaken whether one of the name of the class of vector kernels does
 * @param place its name
 */
public record TypeDeclaration(
    String kind,
    String packageName,
    List<String> nesting,
    boolean isPublic,
    List<String> typeParameters,
    Optional<String> privateType,
    boolean isSealed,
    boolean isDeprecated,
    boolean generatedNameTaken,
    boolean simdNameTaken,
    Place place) {
  public TypeDeclaration {
    nesting = List.copyOf(nesting);
    typeParameters = List.copyOf(typeParameters);
  }

  /** Whether it is an interface proper. */
  public boolean isInterface() {
    return kind.equals("interface");
  }

  /** Its own name, without those of the types around it. */
  public String simpleName() {
    return nesting.get(nesting.size() - 1);
  }

  /** Simple name of the class to be generated. */
  public String generatedName() {
    return GeneratedName.of(nesting);
  }

  /** Simple name of the class of vector kernels, if there is to be one. */
  public String simdName() {
    return GeneratedName.simd(nesting);
  }
}
