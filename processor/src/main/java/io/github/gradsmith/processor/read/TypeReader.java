package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.GeneratedName;
import io.github.gradsmith.processor.model.TypeDeclaration;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads what the annotated type is. */
final class TypeReader {
  private final Elements elements;
  private final Rounds rounds;

  TypeReader(Elements elements, Rounds rounds) {
    this.elements = elements;
    this.rounds = rounds;
  }

  TypeDeclaration read(TypeElement type) {
    List<TypeElement> nest = nest(type);
    return new TypeDeclaration(
        kind(type),
        packageName(type),
        nesting(type),
        nest.stream().allMatch(TypeReader::isPublic),
        type.getTypeParameters().stream().map(Object::toString).toList(),
        privateAmong(nest),
        type.getModifiers().contains(Modifier.SEALED),
        isDeprecated(type, nest),
        type.getKind().isInterface() && isTaken(type, qualifiedGeneratedName(type)),
        type.getKind().isInterface() && isSimdNameTaken(type),
        Place.of(type));
  }

  static String qualifiedGeneratedName(TypeElement type) {
    return qualified(type, GeneratedName.of(nesting(type)));
  }

  private static String qualified(TypeElement type, String name) {
    String packageName = packageName(type);
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  private static List<String> nesting(TypeElement type) {
    return nest(type).stream().map(t -> t.getSimpleName().toString()).toList();
  }

  /**
   * Simple names that in a class that implements a type mean something of the user's, whatever it
   * imports: types and constants that the type declares or inherits, for a constant goes before a
   * type of its name, and types of its package that go before those of java.lang.
   */
  Set<String> takenNames(TypeElement type) {
    List<? extends Element> members = elements.getAllMembers(type);
    List<TypeElement> ofPackage =
        ElementFilter.typesIn(Mirrors.packageOf(type).getEnclosedElements());
    return Stream.of(
            ElementFilter.typesIn(members).stream(),
            ElementFilter.fieldsIn(members).stream(),
            ofPackage.stream().filter(t -> sees(type, "java.lang." + t.getSimpleName())))
        .flatMap(named -> named)
        .map(named -> named.getSimpleName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a class beside a type has to name something deprecated in order to implement it. */
  private boolean isDeprecated(TypeElement type, List<TypeElement> nest) {
    Stream<? extends Element> implemented =
        ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
            .filter(method -> method.getEnclosingElement().getKind().isInterface());
    return Stream.concat(nest.stream(), implemented).anyMatch(elements::isDeprecated);
  }

  /** Whether code beside a type can name another type. */
  boolean sees(TypeElement type, String qualifiedName) {
    return find(type, qualifiedName).isPresent();
  }

  /** The named module that a type is in, if it is in one. */
  Optional<String> moduleName(TypeElement type) {
    return Optional.ofNullable(elements.getModuleOf(type))
        .filter(module -> !module.isUnnamed())
        .map(module -> module.getQualifiedName().toString());
  }

  /** Whether a type is compiled from source here, so that a diagnostic can point at it. */
  boolean isSource(Element element) {
    return rounds.declares(nest((TypeElement) element).get(0).getQualifiedName().toString());
  }

  private Optional<TypeElement> find(TypeElement from, String qualifiedName) {
    ModuleElement module = elements.getModuleOf(from);
    return Optional.ofNullable(
        module == null
            ? elements.getTypeElement(qualifiedName)
            : elements.getTypeElement(module, qualifiedName));
  }

  /** A class that implements the interface may stay: it is our own output of an earlier build. */
  private boolean isTaken(TypeElement type, String generated) {
    Optional<TypeElement> existing = find(type, generated);
    return existing.isPresent()
        && (rounds.declares(generated) || !isImplementation(existing.get(), type));
  }

  /** The same of the vector kernels, which are known by being static in a class of no objects. */
  private boolean isSimdNameTaken(TypeElement type) {
    String generated = qualified(type, GeneratedName.simd(nesting(type)));
    Optional<TypeElement> existing = find(type, generated);
    return existing.isPresent() && (rounds.declares(generated) || !holdsKernels(existing.get()));
  }

  private static boolean holdsKernels(TypeElement candidate) {
    List<? extends Element> members = candidate.getEnclosedElements();
    return candidate.getModifiers().equals(Set.of(Modifier.FINAL))
        && ElementFilter.constructorsIn(members).stream()
            .allMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE))
        && ElementFilter.methodsIn(members).stream()
            .allMatch(method -> method.getModifiers().contains(Modifier.STATIC));
  }

  private static boolean isImplementation(TypeElement candidate, TypeElement type) {
    return candidate.getInterfaces().stream()
        .filter(implemented -> implemented.getKind() == TypeKind.DECLARED)
        .map(implemented -> Mirrors.type(implemented).getQualifiedName())
        .anyMatch(type.getQualifiedName()::equals);
  }

  private static String kind(TypeElement type) {
    return type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String packageName(TypeElement type) {
    return Mirrors.packageOf(type).getQualifiedName().toString();
  }

  private static Optional<String> privateAmong(List<TypeElement> nest) {
    return nest.stream()
        .filter(type -> type.getModifiers().contains(Modifier.PRIVATE))
        .map(type -> type.getSimpleName().toString())
        .findFirst();
  }

  /** Members of interfaces are public without saying so. */
  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        || type.getEnclosingElement().getKind().isInterface();
  }

  /** The types around a type and itself, the outermost first. */
  private static List<TypeElement> nest(TypeElement type) {
    LinkedList<TypeElement> nest = new LinkedList<>();
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      nest.addFirst((TypeElement) e);
    }
    return nest;
  }
}
