package io.github.gradsmith.processor.kernel.simd;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.simd.dense.LaneSums;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import io.github.gradsmith.processor.kernel.simd.dense.VectorAccumulate;
import io.github.gradsmith.processor.kernel.simd.dense.VectorColumnsDelta;
import io.github.gradsmith.processor.kernel.simd.dense.VectorColumnsForward;
import io.github.gradsmith.processor.kernel.simd.dense.VectorDelta;
import io.github.gradsmith.processor.kernel.simd.dense.VectorForward;
import io.github.gradsmith.processor.kernel.simd.elementwise.VectorActivations;
import io.github.gradsmith.processor.kernel.simd.math.VectorType;
import io.github.gradsmith.processor.kernel.simd.panel.StripAccumulate;
import io.github.gradsmith.processor.kernel.simd.panel.StripDelta;
import io.github.gradsmith.processor.kernel.simd.panel.StripForward;
import io.github.gradsmith.processor.kernel.simd.panel.StripPasses;
import io.github.gradsmith.processor.kernel.simd.panel.StripRows;
import io.github.gradsmith.processor.kernel.simd.panel.WideSums;
import io.github.gradsmith.processor.kernel.simd.step.VectorStep;
import io.github.gradsmith.processor.kernel.size.StripSizes;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.simd.StripTile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** All fields and methods of the class of SIMD kernels, in reading order. */
public final class VectorKernels {
  private VectorKernels() {}

  /** The fragments of the companion of the class that {@code plan} describes. */
  public static Fragments of(NetworkPlan plan) {
    Lanes lanes = new Lanes(new Scalar(plan.model().precision()));
    Letters letters = new Letters(plan);
    VectorActivations activations = VectorActivations.of(plan, lanes.scalar());
    List<MethodSpec> methods = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      if (layer.isVectorized()) {
        methods.addAll(
            layer.hasStrips()
                ? new StripForward(layer, lanes, letters, activations).methods()
                : layer.hasColumns()
                    ? new VectorColumnsForward(layer, lanes, letters, activations).methods()
                    : new VectorForward(layer, lanes, letters, activations).methods());
      }
    }
    if (plan.trains()) {
      for (int i = plan.layers().size() - 2; i >= 0; i--) {
        LayerPlan layer = plan.layers().get(i);
        if (plan.after(layer).isVectorized()) {
          methods.addAll(
              plan.after(layer).hasStrips()
                  ? new StripDelta(layer, lanes, letters, activations).methods()
                  : plan.after(layer).hasColumns()
                      ? new VectorColumnsDelta(layer, lanes, letters, activations).methods()
                      : new VectorDelta(layer, lanes, letters, activations).methods());
        }
      }
      for (LayerPlan layer : plan.layers()) {
        if (layer.isVectorized()) {
          methods.addAll(
              layer.hasStrips()
                  ? new StripAccumulate(layer, lanes, letters).methods()
                  : new VectorAccumulate(layer, lanes, letters).methods());
        }
      }
    }
    if (plan.trains() && plan.hasStrips()) {
      methods.add(StripRows.scaled(lanes));
    }
    if (plan.trains() && plan.layers().stream().skip(1).anyMatch(LayerPlan::hasStrips)) {
      methods.add(StripRows.copied(lanes));
      methods.add(StripRows.gathered(lanes));
    }
    if (plan.trains() && !plan.update().isPlainDescent()) {
      methods.add(new VectorStep(plan.update(), new VectorType(lanes.scalar())).method());
    }
    methods.addAll(activations.methods());
    return Fragments.join(List.of(constants(plan, lanes), Fragments.ofMethods(methods)));
  }

  private static Fragments constants(NetworkPlan plan, Lanes lanes) {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(
        constant(lanes.species(), Lanes.SPECIES)
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc(
                "The vectors of this machine, of 512 bits at most, or of fewer if it is told so.")
            .initializer(
                "$T.of($T.class,\n$T.forBitSize($T.bits($T.SPECIES_PREFERRED.vectorBitSize())))",
                lanes.speciesType(),
                lanes.scalar().type(),
                Lanes.SHAPE,
                Scalar.VECTOR_MODULE,
                lanes.vector())
            .build());
    fields.add(
        constant(TypeName.INT, Lanes.LENGTH)
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc("Lanes of a vector.")
            .initializer("$L.length()", Lanes.SPECIES)
            .build());
    fields.add(
        constant(TypeName.INT, "BITS").initializer("$L.vectorBitSize()", Lanes.SPECIES).build());
    fields.addAll(new LaneSums(lanes).constants());
    if (plan.hasStrips()) {
      fields.add(
          constant(TypeName.BOOLEAN, StripPasses.WIDE)
              .addModifiers(Modifier.PRIVATE)
              .addJavadoc(
                  "Whether vectors have 512 bits: then there are registers for 32 of them, not 16.")
              .initializer("BITS == 512")
              .build());
      fields.add(
          constant(TypeName.INT, WeightOrder.STRIP)
              .addJavadoc("Neurons of a strip: for each input, its weights to all of them.")
              .initializer(
                  "($L ? $L : $L) * $L",
                  StripPasses.WIDE,
                  StripTile.WIDE.vectors(),
                  StripTile.NARROW.vectors(),
                  Lanes.LENGTH)
              .build());
      fields.addAll(new StripSizes(plan).constants());
      fields.add(WideSums.step());
    }
    List<FieldSpec> skipped =
        plan.layers().stream()
            .filter(layer -> layer.isVectorized() && !layer.hasStrips())
            .map(LayerPlan::rowLength)
            .filter(lanes::mayLeaveRest)
            .distinct()
            .map(lanes::skipped)
            .toList();
    if (!skipped.isEmpty()) {
      fields.add(lanes.skips());
      fields.addAll(skipped);
    }
    return Fragments.ofFields(fields);
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
  }
}
