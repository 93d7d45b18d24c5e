package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.model.NetworkModel;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What all classes that are generated for a network have in common. */
final class GeneratedType {
  private static final String PROCESSOR = "io.github.gradsmith.processor.NetworkProcessor";

  private GeneratedType() {}

  /** The interface that asks for the network. */
  static ClassName network(NetworkModel model) {
    List<String> nesting = model.nesting();
    return ClassName.get(
        model.packageName(),
        nesting.get(0),
        nesting.subList(1, nesting.size()).toArray(String[]::new));
  }

  /** A final class without members, marked as generated, described in paragraphs. */
  static TypeSpec.Builder named(String name, NetworkModel model, String... paragraphs) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc("$L", javadoc(paragraphs))
            .addModifiers(Modifier.FINAL)
            .alwaysQualify(model.inheritedNames().toArray(String[]::new))
            .addAnnotation(origin(model));
    if (model.markGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", PROCESSOR)
              .build());
    }
    return type;
  }

  /** What tools that read class files know our classes by: each by itself, also a nested one. */
  private static AnnotationSpec origin(NetworkModel model) {
    return AnnotationSpec.builder(GeneratedFrom.class)
        .addMember("value", "$S", network(model).canonicalName())
        .build();
  }

  private static TypeSpec marked(TypeSpec nested, NetworkModel model) {
    return nested.toBuilder().addAnnotation(origin(model)).build();
  }

  private static String javadoc(String... paragraphs) {
    return String.join("\n<p>", paragraphs)
        .lines()
        .map(Paragraph::wrap)
        .collect(Collectors.joining("\n\n"));
  }

  /** The file of a class that the fragments complete. */
  static SourceFile file(
      String qualifiedName, NetworkModel model, TypeSpec.Builder type, ClassParts fragments) {
    fragments.fields().forEach(type::addField);
    fragments.methods().forEach(type::addMethod);
    fragments.types().forEach(nested -> type.addType(marked(nested, model)));
    JavaFile file =
        JavaFile.builder(model.packageName(), type.build())
            .addFileComment("Generated from $L. Do not edit.", network(model).canonicalName())
            .skipJavaLangImports(true)
            .indent("  ")
            .build();
    return new SourceFile(qualifiedName, Layout.text(file));
  }
}
