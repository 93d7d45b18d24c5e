package io.github.gradsmith.processor.read.row;

import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.row.RowComponent;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.model.row.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads types, records with all that is in them. */
final class RowTypeReader {
  private static final Map<String, String> BOXES =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Character", "char",
          "java.lang.Double", "double",
          "java.lang.Float", "float",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Short", "short");

  private final PackageElement around;
  private final Predicate<Element> isSource;
  private final Function<String, RowType> unknown;
  private final Place fallback;
  private final Deque<TypeElement> within = new ArrayDeque<>();

  /**
   * For one method.
   *
   * @param around the package of the network
   * @param isSource whether a type is compiled from source here
   * @param unknown what a type is that the compiler does not know (yet)
   * @param fallback what to point at where a record is not in source
   */
  RowTypeReader(
      PackageElement around,
      Predicate<Element> isSource,
      Function<String, RowType> unknown,
      Place fallback) {
    this.around = around;
    this.isSource = isSource;
    this.unknown = unknown;
    this.fallback = fallback;
  }

  RowType read(TypeMirror mirror) {
    return switch (mirror.getKind()) {
      case BOOLEAN, BYTE, CHAR, DOUBLE, FLOAT, INT, LONG, SHORT, VOID ->
          new RowType.Primitive(mirror.getKind().name().toLowerCase(Locale.ROOT));
      case ARRAY -> array((ArrayType) mirror);
      case DECLARED -> declared((DeclaredType) mirror);
      case ERROR -> unknown.apply(mirror.toString());
      default -> new RowType.Other(mirror.toString(), "", false);
    };
  }

  private RowType array(ArrayType mirror) {
    RowType of = read(mirror.getComponentType());
    return of instanceof RowType.Primitive primitive
        ? new RowType.Array(primitive)
        : new RowType.Other(of.text() + "[]", "", false);
  }

  private RowType declared(DeclaredType mirror) {
    TypeElement type = (TypeElement) mirror.asElement();
    String name = type.getQualifiedName().toString();
    String simpleName = type.getSimpleName().toString();
    if (BOXES.containsKey(name)) {
      return new RowType.Boxed(simpleName, new RowType.Primitive(BOXES.get(name)));
    }
    List<? extends TypeMirror> of = mirror.getTypeArguments();
    return switch (name) {
      case "java.lang.String" -> new RowType.Text();
      case "java.time.LocalTime" -> new RowType.Time();
      case "java.util.OptionalDouble", "java.util.OptionalInt", "java.util.OptionalLong" ->
          new RowType.OptionalNumber(simpleName);
      case "java.util.Optional" ->
          of.size() == 1 ? new RowType.OptionalOf(read(of.get(0))) : other(type);
      case "java.util.Collection" ->
          of.size() == 1 ? new RowType.CollectionOf(read(of.get(0))) : other(type);
      case "java.util.Map" ->
          of.size() == 2 ? new RowType.MapOf(read(of.get(0)), read(of.get(1))) : other(type);
      default -> ofKind(type);
    };
  }

  private RowType ofKind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> new RowType.Constants(reference(type), constants(type), isVisible(type));
      case RECORD -> row(type);
      default -> other(type);
    };
  }

  private static RowType other(TypeElement type) {
    String name = type.getQualifiedName().toString();
    boolean isOwn =
        !name.startsWith("java.")
            && !name.startsWith("javax.")
            && !name.startsWith("kotlin.")
            && !name.startsWith("io.github.gradsmith.");
    return new RowType.Other(type.getSimpleName().toString(), name, isOwn);
  }

  private static List<String> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(member -> member.getSimpleName().toString())
        .toList();
  }

  private RowType row(TypeElement type) {
    if (within.contains(type)) {
      return new RowType.Row(reference(type), List.of(), false, true, true);
    }
    within.push(type);
    List<RowComponent> components = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      components.add(component(component, type));
    }
    within.pop();
    return new RowType.Row(
        reference(type), components, !type.getTypeParameters().isEmpty(), isVisible(type), false);
  }

  /** Compilers know where a field is; of a record's component, not all of them do. */
  private RowComponent component(RecordComponentElement component, TypeElement type) {
    Element named = component;
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        named = field;
      }
    }
    boolean hasPlace = isSource.test(type) && !isOfEcj(named);
    return new RowComponent(
        component.getSimpleName().toString(),
        read(component.asType()),
        RowMarkReader.marks(named, hasPlace ? Optional.empty() : Optional.of(fallback)),
        hasPlace ? Place.of(named) : fallback);
  }

  /** ecj knows neither line nor file of a record: there, the method is marked that names it. */
  private static boolean isOfEcj(Element element) {
    return element.getClass().getName().startsWith("org.eclipse.");
  }

  private static TypeRef reference(TypeElement type) {
    LinkedList<String> nesting = new LinkedList<>();
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      nesting.addFirst(e.getSimpleName().toString());
    }
    return new TypeRef(packageOf(type).getQualifiedName().toString(), nesting);
  }

  private static PackageElement packageOf(Element element) {
    Element around = element;
    while (!(around instanceof PackageElement)) {
      around = around.getEnclosingElement();
    }
    return (PackageElement) around;
  }

  private boolean isVisible(TypeElement type) {
    boolean isNear = packageOf(type).equals(around);
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      boolean isPublic =
          e.getModifiers().contains(Modifier.PUBLIC)
              || e.getEnclosingElement().getKind().isInterface();
      if (e.getModifiers().contains(Modifier.PRIVATE) || !isPublic && !isNear) {
        return false;
      }
    }
    return true;
  }
}
