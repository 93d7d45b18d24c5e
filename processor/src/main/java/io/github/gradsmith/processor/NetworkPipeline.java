package io.github.gradsmith.processor;

import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.emit.SourceWriter;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.read.DeclarationReader;
import io.github.gradsmith.processor.read.UnknownConstantException;
import io.github.gradsmith.processor.validate.Validation;
import io.github.gradsmith.processor.validate.Verdict;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Messager;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** The way of one annotated type: read, validate, generate, write. */
final class NetworkPipeline {
  private final DeclarationReader reader;
  private final Function<NetworkModel, SourceFile> generation;
  private final SourceWriter writer;
  private final Messager messager;

  NetworkPipeline(
      DeclarationReader reader,
      Function<NetworkModel, SourceFile> generation,
      SourceWriter writer,
      Messager messager) {
    this.reader = reader;
    this.generation = generation;
    this.writer = writer;
    this.messager = messager;
  }

  /** Whether the type could be read; if not, a later round may know more. */
  boolean run(TypeElement type) {
    try {
      Optional<NetworkDeclaration> declaration = reader.read(type);
      declaration.ifPresent(readable -> generate(readable, type));
      return declaration.isPresent();
    } catch (UnknownConstantException e) {
      Report.of(e.fault()).print(messager);
      return true;
    }
  }

  /** Says of a round's optimizers without a network that they have no effect. */
  void refuseStrayOptimizers(RoundEnvironment round) {
    Validation.judgeStrays(reader.readStrayOptimizers(round)).print(messager);
  }

  private void generate(NetworkDeclaration declaration, TypeElement type) {
    Verdict verdict = Validation.judge(declaration);
    verdict.report().print(messager);
    verdict
        .model()
        .map(generation)
        .flatMap(file -> writer.write(file, type))
        .ifPresent(fault -> Report.of(fault).print(messager));
  }
}
