package io.github.gradsmith.processor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class that stands in for the generated one where a declaration has errors, so that the compiler
 * reports these alone and not each use of the class besides.
 *
 * @param type the interface
 * @param methods all instance methods that it has, inherited ones included
 */
public record Skeleton(TypeDeclaration type, List<MethodDeclaration> methods) {
  public Skeleton {
    Map<String, MethodDeclaration> bySignature = new LinkedHashMap<>();
    methods.forEach(method -> bySignature.putIfAbsent(method.signature(), method));
    methods = List.copyOf(bySignature.values());
  }

  /** Whether a class beside a type can implement it, and has its name for itself. */
  public static boolean suits(TypeDeclaration type) {
    NameOwner owner = type.nameOwners().get(type.generatedName());
    return type.isInterface()
        && type.typeParameters().isEmpty()
        && type.privateType().equals(Optional.empty())
        && !type.isSealed()
        && (owner == null || owner == NameOwner.EARLIER_BUILD);
  }

  /** The methods that the class must have. */
  public List<MethodDeclaration> implemented() {
    return methods.stream().filter(method -> !method.isDefault()).toList();
  }

  /** Whether the interface has a method of that name. */
  public boolean has(String name) {
    return methods.stream().anyMatch(method -> method.name().equals(name));
  }

  /** Name of the class with its package. */
  public String qualifiedName() {
    return type.packageName().isEmpty()
        ? type.generatedName()
        : type.packageName() + "." + type.generatedName();
  }
}
