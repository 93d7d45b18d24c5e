package io.github.gradsmith.processor;

import io.github.gradsmith.processor.derivation.DerivationDocument;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.emit.ResourceFile;
import io.github.gradsmith.processor.emit.ResourceWriter;
import io.github.gradsmith.processor.emit.SkeletonEmitter;
import io.github.gradsmith.processor.emit.SourceWriter;
import io.github.gradsmith.processor.kernel.baked.NativeImage;
import io.github.gradsmith.processor.kernel.baked.WeightResource;
import io.github.gradsmith.processor.kernel.size.SizeReport;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.read.DeclarationReader;
import io.github.gradsmith.processor.read.Reading;
import io.github.gradsmith.processor.read.UnknownConstantException;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.Validation;
import io.github.gradsmith.processor.validate.Verdict;
import io.github.gradsmith.processor.verify.VectorCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** The way of one annotated type: read, validate, generate, write. */
final class NetworkPipeline {
  private final DeclarationReader reader;
  private final Generation generation;
  private final SourceWriter sources;
  private final ResourceWriter resources;
  private final Messager messager;

  NetworkPipeline(DeclarationReader reader, Generation generation, Filer filer, Messager messager) {
    this.reader = reader;
    this.generation = generation;
    this.sources = new SourceWriter(filer);
    this.resources = new ResourceWriter(filer);
    this.messager = messager;
  }

  /** Whether all is done; if not, a later round may know what this one does not. */
  boolean run(TypeElement type) {
    try {
      Reading reading = reader.read(type);
      if (reading.declaration().isEmpty() && !reading.mayFollow()) {
        standIn(type);
      }
      reading.declaration().ifPresent(written -> generate(written, type));
      return !reading.mayFollow();
    } catch (UnknownConstantException e) {
      Report.of(e.fault()).print(messager);
      standIn(type);
      return true;
    }
  }

  /**
   * Writes a class without content where a declaration has errors, which the compiler or we report:
   * without it each use of the class would be an error more. That it cannot be written is none.
   */
  void standIn(TypeElement type) {
    reader
        .readSkeleton(type)
        .ifPresent(
            skeleton -> sources.write(List.of(SkeletonEmitter.emit(skeleton)), type, Set.of()));
  }

  /** Says of a round's annotations that stand where they have no effect that they have none. */
  void refuseStrays(RoundEnvironment round) {
    Validation.judgeStrayLayers(reader.readStrayLayers(round)).print(messager);
    Validation.judgeStrays(reader.readStrayOptimizers(round)).print(messager);
    Validation.judgeStrayMarks(reader.readStrayMarks(round)).print(messager);
  }

  private void generate(NetworkDeclaration declaration, TypeElement type) {
    Verdict verdict = Validation.judge(ResolvedNetwork.of(declaration));
    Report report = verdict.report();
    (declaration.type().isSilenced() ? report.errors() : report).print(messager);
    Optional<Fault> deviation = verdict.model().flatMap(model -> deviation(declaration, model));
    deviation.ifPresent(fault -> Report.of(fault).print(messager));
    if (verdict.model().isPresent() && deviation.isEmpty()) {
      write(generation.of(verdict.model().get()), declaration, type);
    } else {
      standIn(type);
    }
  }

  /** What the test vectors say of the formulas and the weights, if that is asked for. */
  private static Optional<Fault> deviation(NetworkDeclaration declaration, NetworkModel model) {
    if (!declaration.options().isOn(Options.VERIFY) || model.vectors().isEmpty()) {
      return Optional.empty();
    }
    TestVectors vectors = model.vectors().get();
    return VectorCheck.first(model, vectors)
        .map(
            off ->
                Message.VECTORS_DEVIATE.at(
                    declaration.vectors().orElseThrow().place(),
                    off.output(),
                    off.vector(),
                    off.actual(),
                    vectors.file(),
                    off.expected(),
                    vectors.tolerance()));
  }

  /** Writes the files, then what the network costs if that is asked for. */
  private void write(GeneratedNetwork network, NetworkDeclaration declaration, TypeElement type) {
    Options options = declaration.options();
    Optional<Fault> fault =
        sources.write(network.sources(), type, declaration.type().earlierClasses());
    for (ResourceFile file : resources(network.plan(), options.isOn(Options.DERIVATION))) {
      fault = fault.or(() -> resources.write(file, type));
    }
    fault.ifPresent(found -> Report.of(found).print(messager));
    if (options.isOn(Options.REPORT)) {
      Report.of(sizes(network, type)).print(messager);
    }
  }

  /** The weights, if they are a file, and what else that or an option asks for. */
  private static List<ResourceFile> resources(NetworkPlan plan, boolean derives) {
    NetworkModel model = plan.model();
    List<ResourceFile> files = new ArrayList<>();
    WeightResource.resource(model)
        .ifPresent(
            bytes -> {
              String name = model.weightsResourceName();
              files.add(new ResourceFile(model.packageName(), name, bytes));
              files.add(ResourceFile.ofText("", NativeImage.path(model), NativeImage.text(model)));
            });
    if (derives && plan.trains()) {
      String text = DerivationDocument.of(plan);
      files.add(ResourceFile.ofText(model.packageName(), model.derivationName(), text));
    }
    return files;
  }

  private static Fault sizes(GeneratedNetwork network, TypeElement type) {
    String text = SizeReport.of(network.plan(), network.implementation());
    String name = network.plan().model().generatedName();
    return Message.NETWORK_SIZES.at(Place.of(type), name, text);
  }
}
