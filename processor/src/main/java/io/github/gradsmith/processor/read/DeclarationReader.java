package io.github.gradsmith.processor.read;

import static java.util.stream.Collectors.toSet;

import io.github.gradsmith.Activation;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Network;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.SimdDeclaration;
import io.github.gradsmith.processor.model.Skeleton;
import io.github.gradsmith.processor.model.StrayLayer;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowStray;
import io.github.gradsmith.processor.read.row.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads annotated types. */
public final class DeclarationReader {
  private static final String VECTORS = "jdk.incubator.vector.FloatVector";
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Types types;
  private final TypeReader typeReader;
  private final Options options;
  private final FileFinder files;

  /** For one compilation, whose rounds it asks what is compiled from source. */
  public DeclarationReader(ProcessingEnvironment environment, Rounds rounds) {
    this.environment = environment;
    elements = environment.getElementUtils();
    types = environment.getTypeUtils();
    typeReader = new TypeReader(elements, rounds);
    options = Options.of(environment.getOptions());
    files = new FileFinder(environment, options);
  }

  /** The annotations that are ours. */
  public static Set<String> annotations() {
    Stream<String> own =
        Stream.of(Set.of(Network.class), OptimizerReader.annotations(), LayerReader.annotations())
            .flatMap(Set::stream)
            .map(Class::getCanonicalName);
    return Stream.concat(own, RowReader.annotations().stream()).collect(toSet());
  }

  /**
   * The declaration as written, unless it names something that the compiler does not know (yet).
   *
   * @throws OtherRuntimeException if the runtime is of another version than the processor
   * @throws UnknownConstantException if it has a constant that the processor does not know
   */
  public Reading read(TypeElement type) {
    try {
      return new Reading(Optional.of(declaration(type)), false);
    } catch (UnreadableException e) {
      return new Reading(Optional.empty(), !e.isForGood());
    }
  }

  /**
   * What a class of a faulty declaration needs, so that its uses are no errors, too; nothing where
   * no class could implement the interface, or the runtime is too old to mark it.
   */
  public Optional<Skeleton> readSkeleton(TypeElement type) {
    try {
      TypeDeclaration declaration = typeReader.read(type);
      boolean isHidden =
          declaration.packageName().isEmpty()
              && typeReader.takenNames(type).contains(declaration.generatedName());
      boolean hasMark = elements.getTypeElement(GeneratedFrom.class.getCanonicalName()) != null;
      return isHidden || !hasMark || !Skeleton.suits(declaration)
          ? Optional.empty()
          : Optional.of(
              new Skeleton(
                  declaration,
                  new MethodReader(types, typeReader, type).declaredBesides(List.of())));
    } catch (RuntimeException e) {
      return Optional.empty(); // what compilers make of types that they do not know is their affair
    }
  }

  /**
   * The optimizer annotations of a round that have no network; none if one of them names something
   * that the compiler does not know, which it reports itself.
   */
  public List<OptimizerDeclaration> readStrayOptimizers(RoundEnvironment round) {
    try {
      return OptimizerReader.readStray(round);
    } catch (UnreadableException e) {
      return List.of();
    }
  }

  /** Likewise the annotations of components that stand elsewhere than in a record. */
  public List<RowStray> readStrayMarks(RoundEnvironment round) {
    return RowReader.strays(round, elements::getTypeElement);
  }

  /** Likewise the annotations of layers that stand elsewhere than in a network. */
  public List<StrayLayer> readStrayLayers(RoundEnvironment round) {
    try {
      return LayerReader.readStray(round);
    } catch (UnreadableException e) {
      return List.of();
    }
  }

  private NetworkDeclaration declaration(TypeElement type) {
    AnnotationReader annotation = AnnotationReader.of(type, Network.class).orElseThrow();
    CompilePathRuntime.requireOwn(annotation.place(), elements);
    TypeDeclaration typeDeclaration = typeReader.read(type);
    Set<NetworkInterface> interfaces = Set.of();
    List<MethodDeclaration> promised = List.of();
    List<MethodDeclaration> methods = List.of();
    List<RowMethod> rows = List.of();
    if (typeDeclaration.isInterface()) {
      Hierarchy hierarchy = Hierarchy.of(type);
      MethodReader reader = new MethodReader(types, typeReader, type);
      interfaces = hierarchy.networkInterfaces();
      promised = reader.declaredBy(hierarchy.networkTypes());
      methods = reader.declaredBesides(hierarchy.networkTypes());
      rows = reader.rowsBesides(hierarchy.networkTypes());
    }
    return new NetworkDeclaration(
        typeDeclaration,
        annotation.place(),
        interfaces,
        promised,
        methods,
        typeReader.takenNames(type),
        annotation.ifWritten("layers", annotation::integers),
        LayerReader.read(type, environment),
        annotation.ifWritten(
            "activation", attribute -> annotation.constants(attribute, Activation.class)),
        annotation.ifWritten("formula", annotation::strings),
        annotation.constant("loss", Loss.class),
        annotation.isWritten("loss"),
        annotation.ifWritten("lossFormula", annotation::string),
        annotation.constant("initializer", Initializer.class),
        new SimdDeclaration(
            annotation.constant("simd", Simd.class),
            typeReader.sees(type, VECTORS),
            typeReader.moduleName(type)),
        file(annotation, "weights", type),
        annotation.ifWritten("names", annotation::strings),
        file(annotation, "model", type),
        annotation.ifWritten("output", annotation::string),
        file(annotation, "vectors", type),
        OptimizerReader.read(type),
        options,
        typeReader.sees(type, GENERATED),
        rows);
  }

  /** The file that an attribute names; the empty name is the default and names none. */
  private Optional<Located<FoundFile>> file(
      AnnotationReader annotation, String attribute, TypeElement type) {
    return annotation
        .ifWritten(attribute, annotation::string)
        .filter(name -> !name.value().isEmpty())
        .map(name -> new Located<>(files.find(name.value(), type), name.place()));
  }
}
