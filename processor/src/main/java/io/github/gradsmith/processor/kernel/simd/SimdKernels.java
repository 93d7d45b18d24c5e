package io.github.gradsmith.processor.kernel.simd;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.dense.LaneSums;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import io.github.gradsmith.processor.kernel.simd.panel.PanelPasses;
import io.github.gradsmith.processor.kernel.simd.panel.PanelRows;
import io.github.gradsmith.processor.kernel.simd.panel.WideSums;
import io.github.gradsmith.processor.kernel.simd.step.SimdStep;
import io.github.gradsmith.processor.kernel.size.PanelSizes;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.simd.PanelTile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** All fields and methods of the class of SIMD kernels, in reading order. */
public final class SimdKernels {
  private SimdKernels() {}

  /** The fragments of the companion of the class that {@code plan} describes. */
  public static ClassParts of(NetworkPlan plan) {
    Lanes lanes = new Lanes(new ElementType(plan.model().precision()));
    Names names = new Names(plan);
    SimdActivations activations = SimdActivations.of(plan, lanes.scalar());
    List<MethodSpec> methods = new ArrayList<>();
    KernelFrames frames = new KernelFrames(lanes, names, activations);
    List<LayerMethods> codes =
        plan.layers().stream().map(layer -> Lowerings.of(layer).simd(layer, frames)).toList();
    codes.forEach(code -> methods.addAll(code.forward()));
    if (plan.trains()) {
      for (DeltaStep step : plan.backward()) {
        if (step.isThroughReader()) {
          methods.addAll(codes.get(step.reader() - 2).delta(DeltaTarget.of(step, plan)));
        }
      }
      codes.forEach(code -> methods.addAll(code.accumulate()));
    }
    if (plan.trains() && plan.hasPanels()) {
      methods.add(PanelRows.scaled(lanes));
    }
    if (plan.trains() && plan.layers().stream().skip(1).anyMatch(LayerPlan::hasPanels)) {
      methods.add(PanelRows.copied(lanes));
      methods.add(PanelRows.gathered(lanes));
    }
    if (plan.trains() && !plan.update().isPlainDescent()) {
      methods.add(new SimdStep(plan.update(), new SimdType(lanes.scalar())).method());
    }
    methods.addAll(activations.methods());
    return ClassParts.join(List.of(constants(plan, lanes), ClassParts.ofMethods(methods)));
  }

  private static ClassParts constants(NetworkPlan plan, Lanes lanes) {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(
        constant(lanes.species(), Lanes.SPECIES)
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc(
                "The vectors of this machine, of 512 bits at most, or of fewer if it is told so.")
            .initializer(
                "$T.of($T.class,\n$>$>$T.forBitSize($T.bits($T.SPECIES_PREFERRED.vectorBitSize())))$<$<",
                lanes.speciesType(),
                lanes.scalar().type(),
                Lanes.SHAPE,
                ElementType.VECTOR_MODULE,
                lanes.vector())
            .build());
    fields.add(
        constant(TypeName.INT, Lanes.LENGTH)
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc("Lanes of a vector.")
            .initializer("$L.length()", Lanes.SPECIES)
            .build());
    fields.add(
        constant(TypeName.INT, "BITS")
            .addJavadoc("Bits of a vector.")
            .initializer("$L.vectorBitSize()", Lanes.SPECIES)
            .build());
    if (addsLanes(plan)) {
      fields.addAll(new LaneSums(lanes).constants());
    }
    if (plan.hasPanels()) {
      fields.add(
          constant(TypeName.BOOLEAN, PanelPasses.WIDE)
              .addModifiers(Modifier.PRIVATE)
              .addJavadoc(
                  "Whether vectors have 512 bits: then there are registers for 32 of them, not 16.")
              .initializer("BITS == 512")
              .build());
      fields.add(
          constant(TypeName.INT, WeightOrder.PANEL)
              .addJavadoc("Neurons of a panel: for each input, its weights to all of them.")
              .initializer(
                  "($L ? $L : $L) * $L",
                  PanelPasses.WIDE,
                  PanelTile.WIDE.vectors(),
                  PanelTile.NARROW.vectors(),
                  Lanes.LENGTH)
              .build());
      fields.addAll(new PanelSizes(plan).constants());
      fields.add(WideSums.step());
    }
    List<FieldSpec> skipped =
        plan.layers().stream()
            .filter(layer -> layer.isVectorized() && !layer.hasPanels())
            .map(LayerPlan::rowLength)
            .filter(lanes::mayLeaveRest)
            .distinct()
            .map(lanes::skipped)
            .toList();
    if (!skipped.isEmpty()) {
      fields.add(lanes.skips());
      fields.addAll(skipped);
    }
    return ClassParts.ofFields(fields);
  }

  /** Whether any kernel adds up the lanes of a vector. */
  private static boolean addsLanes(NetworkPlan plan) {
    return plan.layers().stream()
        .anyMatch(
            layer ->
                layer.simd().addsLanesForward()
                    || layer.loops().hasRowKernels()
                    || plan.trains() && layer.number() > 2 && layer.simd().addsLanesBack());
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
  }
}
