package io.github.gradsmith.processor.read;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads annotated types. */
public final class DeclarationReader {
  private final Elements elements;
  private final Types types;
  private final TypeReader typeReader;
  private final Options options;

  /** For one compilation, whose rounds it asks what is compiled from source. */
  public DeclarationReader(ProcessingEnvironment environment, Rounds rounds) {
    elements = environment.getElementUtils();
    types = environment.getTypeUtils();
    typeReader = new TypeReader(elements, rounds);
    options = Options.of(environment.getOptions());
  }

  /**
   * The declaration as written, or nothing if it names something that the compiler does not know
   * (yet).
   *
   * @throws UnknownConstantException if runtime and processor are of different versions
   */
  public Optional<NetworkDeclaration> read(TypeElement type) {
    try {
      return Optional.of(declaration(type));
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private NetworkDeclaration declaration(TypeElement type) {
    TypeDeclaration typeDeclaration = typeReader.read(type);
    Set<NetworkInterface> interfaces = Set.of();
    List<MethodDeclaration> promised = List.of();
    List<MethodDeclaration> methods = List.of();
    if (typeDeclaration.isInterface()) {
      Hierarchy hierarchy = Hierarchy.of(type);
      MethodReader reader = new MethodReader(elements, types, typeReader, type);
      interfaces = hierarchy.networkInterfaces();
      promised = reader.declaredBy(hierarchy.networkTypes());
      methods = reader.declaredBesides(hierarchy.networkTypes());
    }
    AnnotationReader annotation = new AnnotationReader(type);
    Located<Loss> loss = annotation.constant("loss", Loss.class);
    return new NetworkDeclaration(
        typeDeclaration,
        annotation.place(),
        interfaces,
        promised,
        methods,
        typeReader.takenNames(type),
        annotation.integers("layers"),
        annotation.constants("activation", Activation.class),
        loss,
        annotation.isWritten("loss"),
        annotation.constant("initializer", Initializer.class),
        options,
        typeReader.sees(type, "javax.annotation.processing.Generated"));
  }
}
