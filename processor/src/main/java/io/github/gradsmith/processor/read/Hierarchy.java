package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.model.NetworkInterface;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The interfaces that a type extends, directly or not, by qualified name. */
final class Hierarchy {
  private final Map<String, TypeElement> interfaces = new LinkedHashMap<>();

  private Hierarchy() {}

  /**
   * Of an interface.
   *
   * @throws UnreadableException if the compiler does not know one of them
   */
  static Hierarchy of(TypeElement type) {
    Hierarchy hierarchy = new Hierarchy();
    hierarchy.collect(type);
    return hierarchy;
  }

  private void collect(TypeElement type) {
    for (TypeMirror extended : type.getInterfaces()) {
      if (extended.getKind() == TypeKind.ERROR) {
        throw new UnreadableException(extended.toString());
      }
      TypeElement element = Mirrors.type(extended);
      if (interfaces.put(element.getQualifiedName().toString(), element) == null) {
        collect(element);
      }
    }
  }

  /** Those of the four of the runtime. */
  Set<NetworkInterface> networkInterfaces() {
    Set<NetworkInterface> found = EnumSet.noneOf(NetworkInterface.class);
    for (NetworkInterface candidate : NetworkInterface.values()) {
      if (interfaces.containsKey(candidate.qualifiedName())) {
        found.add(candidate);
      }
    }
    return found;
  }

  /** The elements of those of the four of the runtime. */
  List<TypeElement> networkTypes() {
    return networkInterfaces().stream()
        .map(candidate -> interfaces.get(candidate.qualifiedName()))
        .toList();
  }
}
