package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;

import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.plan.NetworkPlan;

/** The whole page: from the network to its step. */
public final class DerivationDocument {
  /** Parameters up to which every partial derivative is written out. */
  private static final int SMALL = 20;

  private DerivationDocument() {}

  /** The page of a network that trains. */
  public static String of(NetworkPlan plan) {
    LayerModel last = plan.last().model();
    LossFormula loss = Losses.of(plan.model().loss(), last.activation(), last.outputs());
    Page page = new Page();
    if (plan.model().isNamed()) {
      writeGraph(plan, loss, page);
      return page.toString();
    }
    writeIntroduction(plan, page);
    NetworkSection.write(plan, page);
    LossSection.write(plan, loss, page);
    ChainSection.write(plan, page);
    LocalSection.write(plan, loss, page);
    WeightSection.write(plan, loss, page);
    DeltaSection.write(plan, loss, page);
    MatrixSection.write(plan, page);
    CodeSection.write(plan, page);
    UpdateSection.write(plan, page);
    return page.toString();
  }

  private static void writeGraph(NetworkPlan plan, LossFormula loss, Page page) {
    String name = String.join(".", plan.model().nesting());
    page.title("How " + name + " learns");
    page.paragraph(
        "`"
            + name
            + "` has "
            + plan.layers().size()
            + " layers after its input and "
            + plan.parameterCount()
            + " parameters. This page derives the formulas by which `"
            + plan.model().generatedName()
            + "` trains. The processor wrote it together with that class, from the same formulas.");
    page.paragraph(
        "The number of a layer stands above in brackets; the input is layer 1. Values are rows; one"
            + " of several dimensions is a matrix with a row for each step "
            + inline("t")
            + ", and "
            + inline("m")
            + " is the length of a row.");
    GraphSections sections = new GraphSections(plan);
    sections.writeNetwork(page);
    LossSection.write(plan, loss, page);
    sections.writeChain(page);
    LocalSection.writeOutput(plan, loss, page);
    sections.writeKinds(page);
    DeltaSection.write(plan, loss, page);
    sections.writeDeltas(page);
    UpdateSection.write(plan, page);
  }

  /** Whether every partial derivative is written out. */
  static boolean isSmall(NetworkPlan plan) {
    return plan.parameterCount() <= SMALL;
  }

  private static void writeIntroduction(NetworkPlan plan, Page page) {
    NetworkModel model = plan.model();
    String name = String.join(".", model.nesting());
    page.title("How " + name + " learns");
    page.paragraph(
        "`"
            + name
            + "` is a "
            + NetworkSection.sizes(plan)
            + " network with "
            + plan.parameterCount()
            + " parameters. This page derives the formulas by which `"
            + model.generatedName()
            + "` trains, step by step. The processor wrote it together with that class, from the"
            + " same formulas.");
    page.paragraph(
        "The number of a layer stands above in brackets; the input is layer 1. The weight "
            + inline("w_{ij}^{(l)}")
            + " leads from neuron "
            + inline("i")
            + " of layer "
            + inline("l - 1")
            + " to neuron "
            + inline("j")
            + " of layer "
            + inline("l")
            + ". Vectors are rows. "
            + inline("A^{(l)}")
            + " and "
            + inline("Z^{(l)}")
            + " are all "
            + inline("a")
            + " and "
            + inline("z")
            + " of a layer together.");
  }
}
