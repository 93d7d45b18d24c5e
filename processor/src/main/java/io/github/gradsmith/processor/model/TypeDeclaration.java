package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param isSilenced whether it, or a type around it, wants none of our warnings
 * @param nameOwners what has the name of a class to be generated already, by simple name
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
    boolean isSilenced,
    Map<String, NameOwner> nameOwners,
    Place place) {
  public TypeDeclaration {
    nesting = List.copyOf(nesting);
    typeParameters = List.copyOf(typeParameters);
    nameOwners = Map.copyOf(nameOwners);
  }

  /** Whether it is an interface proper. */
  public boolean isInterface() {
    return kind.equals("interface");
  }

  /** Its own name, without those of the types around it. */
  public String simpleName() {
    return nesting.get(nesting.size() - 1);
  }

  /** Its name with its package and the types around it. */
  public String canonicalName() {
    String name = String.join(".", nesting);
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** Simple name of the class to be generated. */
  public String generatedName() {
    return GeneratedName.of(nesting);
  }

  /** Simple name of the class of vector kernels, if there is to be one. */
  public String simdName() {
    return GeneratedName.simd(nesting);
  }

  /** Qualified names of classes of ours that an earlier build has left. */
  public Set<String> earlierClasses() {
    return nameOwners.entrySet().stream()
        .filter(entry -> entry.getValue() == NameOwner.EARLIER_BUILD)
        .map(entry -> packageName.isEmpty() ? entry.getKey() : packageName + "." + entry.getKey())
        .collect(Collectors.toSet());
  }
}
