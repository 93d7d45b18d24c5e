package io.github.gradsmith.processor;

import com.google.auto.service.AutoService;
import io.github.gradsmith.Network;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.read.DeclarationReader;
import io.github.gradsmith.processor.read.Rounds;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Generates the implementation of every interface annotated with {@link Network}. */
@AutoService(Processor.class)
public final class NetworkProcessor extends AbstractProcessor {
  private final Rounds rounds = new Rounds();
  private final Generation generation;
  private Guard guard;
  private NetworkPipeline pipeline;

  /** Called by the compiler. */
  public NetworkProcessor() {
    this(Generation.standard());
  }

  /** With another way from model to source. */
  NetworkProcessor(Generation generation) {
    this.generation = generation;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    if (guard == null) {
      return DeclarationReader.annotations(); // asked before it knows its compiler
    }
    Set<String> types = new HashSet<>();
    guard.run(null, () -> types.addAll(DeclarationReader.annotations()));
    return types;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.ALL;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    guard = new Guard(environment.getMessager());
    guard.run(
        null,
        () ->
            pipeline =
                new NetworkPipeline(
                    new DeclarationReader(environment, rounds),
                    generation,
                    environment.getFiler(),
                    environment.getMessager()));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver() && pipeline != null) {
      for (TypeElement type : rounds.unread(processingEnv.getElementUtils())) {
        guard.run(type, () -> pipeline.standIn(type));
      }
    } else if (pipeline != null) {
      guard.run(null, () -> pipeline.refuseStrays(round));
      for (TypeElement type : rounds.next(round, processingEnv.getElementUtils())) {
        if (!guard.run(type, () -> process(type))) {
          guard.run(type, () -> pipeline.standIn(type));
        }
      }
    }
    return false; // whoever else looks for our annotations is asked, too
  }

  private void process(TypeElement type) {
    if (!pipeline.run(type)) {
      rounds.retry(type);
    }
  }
}
