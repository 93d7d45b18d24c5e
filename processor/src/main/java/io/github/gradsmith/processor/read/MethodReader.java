package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.read.row.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the instance methods of a network interface: its own, inherited ones, and the promised. */
final class MethodReader {
  /** The class in which Kotlin keeps the bodies of an interface without JVM default methods. */
  private static final String KOTLIN_BODIES = "DefaultImpls";

  private final Types types;
  private final TypeReader typeReader;
  private final TypeElement type;

  MethodReader(Types types, TypeReader typeReader, TypeElement type) {
    this.types = types;
    this.typeReader = typeReader;
    this.type = type;
  }

  /** All methods that the given interfaces declare. */
  List<MethodDeclaration> declaredBy(List<TypeElement> owners) {
    return owners.stream()
        .flatMap(owner -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream())
        .filter(InheritedMethods::isInstance)
        .map(this::read)
        .toList();
  }

  /**
   * All methods, own and inherited and not overridden, that the given interfaces do not declare.
   */
  List<MethodDeclaration> declaredBesides(List<TypeElement> owners) {
    List<MethodDeclaration> methods = new ArrayList<>();
    for (ExecutableElement method : InheritedMethods.of(type, types)) {
      if (!owners.contains(Mirrors.owner(method))) {
        methods.add(read(method));
      }
    }
    return methods;
  }

  /** Those of them that are abstract, with the records that they name. */
  List<RowMethod> rowsBesides(List<TypeElement> owners) {
    RowReader reader =
        new RowReader(types, type, Mirrors.packageOf(type), typeReader::isSource, this::unknown);
    return InheritedMethods.of(type, types).stream()
        .filter(method -> !method.isDefault() && !owners.contains(Mirrors.owner(method)))
        .filter(method -> !method.getParameters().isEmpty())
        .map(method -> reader.read(method, read(method).signature()))
        .toList();
  }

  private RowType unknown(String name) {
    if (isGenerated(name)) {
      return new RowType.Other(name, name, false);
    }
    throw new UnreadableException(name);
  }

  private MethodDeclaration read(ExecutableElement method) {
    ExecutableType seen = (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
    if (!method.isDefault()) {
      seen.getParameterTypes().forEach(this::requireKnown);
      method.getThrownTypes().forEach(this::requireKnown);
      requireKnown(seen.getReturnType());
    }
    TypeElement owner = Mirrors.owner(method);
    return new MethodDeclaration(
        method.getSimpleName().toString(),
        seen.getParameterTypes().stream().map(this::erased).toList(),
        owner.getQualifiedName().toString(),
        method.isDefault(),
        hasKotlinBody(method, owner),
        seen.getReturnType().toString(),
        erased(seen.getReturnType()),
        mayReturnGenerated(seen.getReturnType()),
        method.getThrownTypes().stream().map(this::erased).toList(),
        Place.of(typeReader.isSource(owner) ? method : type));
  }

  private static boolean hasKotlinBody(ExecutableElement method, TypeElement owner) {
    return ElementFilter.typesIn(owner.getEnclosedElements()).stream()
        .filter(nested -> nested.getSimpleName().contentEquals(KOTLIN_BODIES))
        .flatMap(nested -> ElementFilter.methodsIn(nested.getEnclosedElements()).stream())
        .anyMatch(body -> body.getSimpleName().equals(method.getSimpleName()));
  }

  private boolean mayReturnGenerated(TypeMirror returned) {
    if (returned.getKind() == TypeKind.DECLARED) {
      return isGenerated(erased(returned)) || types.isSubtype(type.asType(), returned);
    }
    return returned.getKind() == TypeKind.ERROR && isGenerated(returned.toString());
  }

  /** The class to be generated is unknown to the compiler while we run; it may be named. */
  private void requireKnown(TypeMirror mirror) {
    switch (mirror.getKind()) {
      case ERROR -> {
        if (!isGenerated(mirror.toString())) {
          throw new UnreadableException(mirror.toString());
        }
      }
      case ARRAY -> requireKnown(((ArrayType) mirror).getComponentType());
      case DECLARED -> ((DeclaredType) mirror).getTypeArguments().forEach(this::requireKnown);
      default -> {}
    }
  }

  private boolean isGenerated(String name) {
    String generated = TypeReader.qualifiedGeneratedName(type);
    return name.equals(generated)
        || name.equals(generated.substring(generated.lastIndexOf('.') + 1));
  }

  /** Without type arguments and type annotations, which {@code toString} would print. */
  private String erased(TypeMirror mirror) {
    if (mirror.getKind() == TypeKind.VOID) {
      return "void";
    }
    TypeMirror erasure = types.erasure(mirror);
    if (erasure.getKind().isPrimitive()) {
      return erasure.getKind().name().toLowerCase(Locale.ROOT);
    }
    return switch (erasure.getKind()) {
      case ARRAY -> erased(((ArrayType) erasure).getComponentType()) + "[]";
      case DECLARED -> Mirrors.type(erasure).getQualifiedName().toString();
      default -> erasure.toString();
    };
  }
}
