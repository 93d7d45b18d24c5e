package io.github.gradsmith.processor.read.row;

import static java.util.stream.Collectors.toSet;

import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.row.RowMark;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowStray;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.Types;

/** Reads methods that may be those of rows, with the records that they name. */
public final class RowReader {
  private final Types types;
  private final TypeElement network;
  private final PackageElement around;
  private final Predicate<Element> isSource;
  private final Function<String, RowType> unknown;

  /**
   * For one network.
   *
   * @param around its package
   * @param isSource whether a type is compiled from source here
   * @param unknown what a type is that the compiler does not know (yet)
   */
  public RowReader(
      Types types,
      TypeElement network,
      PackageElement around,
      Predicate<Element> isSource,
      Function<String, RowType> unknown) {
    this.types = types;
    this.network = network;
    this.around = around;
    this.isSource = isSource;
    this.unknown = unknown;
  }

  /** The annotations of components, by qualified name. */
  public static Set<String> annotations() {
    return Stream.of(RowMark.Kind.values()).map(RowMark.Kind::qualifiedName).collect(toSet());
  }

  /**
   * A method as the network has it.
   *
   * @param signature its name and erased parameter types
   */
  public RowMethod read(ExecutableElement method, String signature) {
    ExecutableType seen =
        (ExecutableType) types.asMemberOf((DeclaredType) network.asType(), method);
    boolean hasPlace = isSource.test(method.getEnclosingElement());
    Place place = Place.of(hasPlace ? method : network);
    RowTypeReader reader = new RowTypeReader(around, isSource, unknown, place);
    List<RowType.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < seen.getParameterTypes().size(); i++) {
      Element parameter = method.getParameters().get(i);
      parameters.add(
          new RowType.Parameter(
              parameter.getSimpleName().toString(),
              reader.read(seen.getParameterTypes().get(i)),
              hasPlace ? Place.of(parameter) : place));
    }
    return new RowMethod(
        method.getSimpleName().toString(),
        signature,
        reader.read(seen.getReturnType()),
        parameters,
        place);
  }

  /** Annotations of a round that stand on fields of what is no record. */
  public static List<RowStray> strays(RoundEnvironment round, Function<String, TypeElement> find) {
    return annotations().stream()
        .sorted()
        .map(find)
        .filter(Objects::nonNull)
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .distinct()
        .filter(element -> element.getKind().isField())
        .filter(element -> element.getEnclosingElement().getKind() != ElementKind.RECORD)
        .sorted(Comparator.comparing(RowReader::name))
        .flatMap(RowReader::strays)
        .toList();
  }

  private static String name(Element field) {
    return field.getEnclosingElement().getSimpleName() + "." + field.getSimpleName();
  }

  private static Stream<RowStray> strays(Element field) {
    List<RowStray> strays = new ArrayList<>();
    for (AnnotationMirror mirror : field.getAnnotationMirrors()) {
      RowMarkReader.kind(mirror)
          .ifPresent(
              kind -> strays.add(new RowStray(kind.text(), name(field), Place.of(field, mirror))));
    }
    return strays.stream();
  }
}
