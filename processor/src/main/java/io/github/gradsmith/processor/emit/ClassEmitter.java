package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.Fragments;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.optimizer.Optimizers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The generated class as one file. */
public final class ClassEmitter {
  private static final String PROCESSOR = "io.github.gradsmith.processor.NetworkProcessor";

  private ClassEmitter() {}

  /** The source of the class that implements {@code model}. */
  public static SourceFile emit(NetworkModel model, Fragments fragments) {
    ClassName network = interfaceName(model);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(model.generatedName())
            .addJavadoc("$L", summary(model, network))
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(network)
            .alwaysQualify(model.inheritedNames().toArray(String[]::new));
    if (model.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (model.markGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", PROCESSOR)
              .build());
    }
    if (model.namesDeprecated()) {
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
    fragments.fields().forEach(type::addField);
    fragments.methods().forEach(type::addMethod);
    fragments.types().forEach(type::addType);
    JavaFile file =
        JavaFile.builder(model.packageName(), type.build())
            .addFileComment("Generated from $L. Do not edit.", network.canonicalName())
            .skipJavaLangImports(true)
            .indent("  ")
            .build();
    return new SourceFile(model.qualifiedGeneratedName(), Layout.text(file));
  }

  private static ClassName interfaceName(NetworkModel model) {
    List<String> nesting = model.nesting();
    return ClassName.get(
        model.packageName(),
        nesting.get(0),
        nesting.subList(1, nesting.size()).toArray(String[]::new));
  }

  private static String summary(NetworkModel model, ClassName network) {
    String sizes =
        model.layers().stream()
            .map(LayerModel::outputs)
            .map(String::valueOf)
            .collect(Collectors.joining("-", model.layers().get(0).inputs() + "-", ""));
    String what =
        "The network " + sizes + " of {@link " + String.join(".", network.simpleNames()) + "}.";
    return Stream.of(what, "<p>" + letters(model), "<p>" + threads(model))
        .map(Paragraph::wrap)
        .collect(Collectors.joining("\n\n"));
  }

  private static String letters(NetworkModel model) {
    return "The input is layer 1. In every layer w holds a row of weights for each neuron and"
        + " b the biases, z = w a + b the weighted sums, a the activations"
        + (model.trains()
            ? ", d = ∂E/∂z the deltas, gw and gb the gradients ∂E/∂w and ∂E/∂b."
            : ".");
  }

  private static String threads(NetworkModel model) {
    String concurrent =
        model.trains()
            ? "forward, classify, trace, loss and gradient"
            : "forward, classify and trace";
    String exclusive =
        model.trains() ? "train, update, setParameters and load" : "setParameters and load";
    boolean keepsState = model.trains() && Optimizers.of(model.optimizer()).hasState();
    return "One object belongs to one thread at a time. A {@link #replica()} shares the parameters"
        + (keepsState ? " and the optimizer's state" : "")
        + " and has its own working memory: replicas may run "
        + concurrent
        + " at the same time. "
        + exclusive
        + " change all replicas and need that none of the others runs, with a happens-before edge"
        + " on either side.";
  }
}
