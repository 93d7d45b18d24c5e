package io.github.gradsmith.processor;

import com.google.auto.service.AutoService;
import io.github.gradsmith.Network;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.read.DeclarationReader;
import io.github.gradsmith.processor.read.Rounds;
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
    return DeclarationReader.annotations();
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
    pipeline =
        new NetworkPipeline(
            new DeclarationReader(environment, rounds),
            generation,
            environment.getFiler(),
            environment.getMessager());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      rounds.unread(processingEnv.getElementUtils()).forEach(pipeline::standIn);
    } else {
      pipeline.refuseStrayOptimizers(round);
      for (TypeElement type : rounds.next(round, processingEnv.getElementUtils())) {
        process(type);
      }
    }
    return false; // whoever else looks for our annotations is asked, too
  }

  /** A defect of ours must not look like one of the compiler. */
  private void process(TypeElement type) {
    try {
      if (!pipeline.run(type)) {
        rounds.retry(type);
      }
    } catch (RuntimeException | StackOverflowError e) {
      String cause = e + " at " + e.getStackTrace()[0];
      Report.of(Message.INTERNAL_ERROR.at(Place.of(type), type.getQualifiedName(), cause))
          .print(processingEnv.getMessager());
    }
  }
}
