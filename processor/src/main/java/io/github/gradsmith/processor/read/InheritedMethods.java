package io.github.gradsmith.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The instance methods of an interface. */
final class InheritedMethods {
  private final Types types;
  private final DeclaredType type;
  private final Set<ExecutableElement> all = new LinkedHashSet<>();

  private InheritedMethods(Types types, TypeElement type) {
    this.types = types;
    this.type = (DeclaredType) type.asType();
    collect(type);
  }

  /** Inherited ones and then its own, without those that are overridden. */
  static List<ExecutableElement> of(TypeElement type, Types types) {
    InheritedMethods methods = new InheritedMethods(types, type);
    List<ExecutableElement> left = new ArrayList<>(methods.all);
    for (int i = left.size() - 2; i >= 0; i--) {
      ExecutableElement inherited = left.get(i);
      if (left.subList(i + 1, left.size()).stream()
          .anyMatch(later -> methods.overrides(later, inherited))) {
        left.remove(i);
      }
    }
    return left;
  }

  private void collect(TypeElement owner) {
    for (TypeMirror extended : owner.getInterfaces()) {
      collect(Mirrors.type(extended));
    }
    ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(InheritedMethods::isInstance)
        .forEach(all::add);
  }

  static boolean isInstance(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  /**
   * Of two interfaces that declare the same method, neither of which knows the other, the later.
   */
  private boolean overrides(ExecutableElement later, ExecutableElement inherited) {
    return later.getSimpleName().equals(inherited.getSimpleName())
        && !later.getEnclosingElement().equals(inherited.getEnclosingElement())
        && types.isSubsignature(seen(later), seen(inherited));
  }

  private ExecutableType seen(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf(type, method);
  }
}
