package io.github.gradsmith.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Somebody else's processor on the same path, which writes down what it is shown. It runs outside
 * of the tests' JVM and knows nothing but the JDK.
 */
public abstract class RecordingProcessor extends AbstractProcessor {
  private final Set<String> seen = new TreeSet<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    annotations.forEach(annotation -> seen.add("@" + annotation.getQualifiedName()));
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      seen.add(type.getQualifiedName().toString());
    }
    for (TypeElement annotation : annotations) {
      round.getElementsAnnotatedWith(annotation).forEach(e -> seen.add(annotation + " on " + e));
    }
    if (round.processingOver()) {
      write();
    }
    return false;
  }

  private void write() {
    String name = getClass().getSimpleName() + ".txt";
    try (Writer writer =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", name)
            .openWriter()) {
      writer.write(String.join("\n", seen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that asks for all annotations. */
  public static final class OfAll extends RecordingProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }
  }

  /** One that asks for an annotation that only generated code has. */
  public static final class OfGenerated extends RecordingProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of(Generated.class.getName());
    }
  }
}
