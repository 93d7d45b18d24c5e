package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.internal.row.RowNetwork;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.step.ParallelStep;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The generated class as one file. */
public final class ClassEmitter {
  private ClassEmitter() {}

  /** The source of the class that {@code plan} describes. */
  public static SourceFile emit(NetworkPlan plan, ClassParts fragments) {
    NetworkModel model = plan.model();
    ClassName network = GeneratedType.network(model);
    TypeSpec.Builder type =
        GeneratedType.named(
                model.generatedName(), model, summary(model, network), letters(plan), threads(plan))
            .addSuperinterface(network);
    ParallelStep.source(plan).ifPresent(type::addSuperinterface);
    if (!plan.adapting().isEmpty()) {
      type.addSuperinterface(new ElementType(model.precision()).statistics());
    }
    if (model.rows().isPresent()) {
      type.addSuperinterface(RowNetwork.class);
    }
    if (model.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (model.namesDeprecated()) {
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
    return GeneratedType.file(model.qualifiedGeneratedName(), model, type, fragments);
  }

  private static String summary(NetworkModel model, ClassName network) {
    String sizes =
        model.layers().stream()
            .map(LayerModel::outputs)
            .map(String::valueOf)
            .collect(Collectors.joining("-", model.layers().get(0).inputs() + "-", ""));
    return "The network " + sizes + " of {@link " + String.join(".", network.simpleNames()) + "}.";
  }

  private static String letters(NetworkPlan plan) {
    String rows = plan.isInputMajor() ? "neuron, or for each input if it says so," : "neuron";
    return "The input is layer 1. In every layer w holds a row of weights for each "
        + rows
        + (plan.hasPanels() ? " (panels of them in SIMD, if it says so)" : "")
        + " and b the biases, z = w a + b the weighted sums, a the activations"
        + (plan.trains()
            ? ", d = ∂E/∂z the deltas, gw and gb the gradients ∂E/∂w and ∂E/∂b."
            : ".");
  }

  private static String threads(NetworkPlan plan) {
    NetworkModel model = plan.model();
    String concurrent =
        model.trains()
            ? "forward, classify, trace, loss and gradient"
            : "forward, classify and trace";
    String exclusive =
        (model.rows().isPresent() ? "adapt, " : "")
            + (model.trains() ? "train, update, " : "")
            + "setParameters, copyFrom and load";
    String kept = plan.drops() ? " and what it keeps" : " and the optimizer's state";
    return "One object belongs to one thread at a time. A {@link #replica()} shares the parameters"
        + (plan.keepsState() ? kept : "")
        + " and has its own working memory: replicas may run "
        + concurrent
        + " at the same time. "
        + exclusive
        + " change all replicas and need that none of the others runs, with a happens-before edge"
        + " on either side.";
  }
}
