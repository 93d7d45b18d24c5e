package io.github.gradsmith.processor.read;

import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.GeneratedName;
import io.github.gradsmith.processor.model.NameOwner;
import io.github.gradsmith.processor.model.TypeDeclaration;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads what the annotated type is. */
final class TypeReader {
  /** What to write into {@code @SuppressWarnings} for silence. */
  private static final String SILENCED = "gradsmith";

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
        nest.stream().anyMatch(TypeReader::isSilenced),
        type.getKind().isInterface() ? nameOwners(type) : Map.of(),
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

  /** Types of names that classes of a network may have. */
  private Map<String, NameOwner> nameOwners(TypeElement type) {
    Map<String, NameOwner> owners = new TreeMap<>();
    for (String name : GeneratedName.classes(nesting(type))) {
      find(type, qualified(type, name))
          .ifPresent(existing -> owners.put(name, owner(existing, type)));
    }
    return owners;
  }

  private NameOwner owner(TypeElement existing, TypeElement type) {
    if (!isGeneratedFrom(existing, type)) {
      return NameOwner.USER;
    }
    return rounds.declares(existing.getQualifiedName().toString())
        ? NameOwner.EARLIER_SOURCE
        : NameOwner.EARLIER_BUILD;
  }

  private static boolean isGeneratedFrom(TypeElement existing, TypeElement type) {
    return AnnotationReader.of(existing, GeneratedFrom.class)
        .flatMap(annotation -> annotation.ifWritten("value", annotation::string))
        .filter(name -> type.getQualifiedName().contentEquals(name.value()))
        .isPresent();
  }

  /** Whether the user writes {@code @SuppressWarnings("gradsmith")}. */
  private static boolean isSilenced(TypeElement type) {
    return AnnotationReader.of(type, SuppressWarnings.class)
        .flatMap(annotation -> annotation.ifWritten("value", annotation::strings))
        .filter(named -> named.value().stream().anyMatch(name -> name.value().equals(SILENCED)))
        .isPresent();
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
