package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.kernel.baked.WeightConstants;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.kernel.memory.BufferCode;
import io.github.gradsmith.processor.kernel.row.RowKernel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.Buffer.Role;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** A network from a seed, from a file, and as a replica of another one. */
public final class Constructors {
  private final NetworkPlan plan;
  private final Names names;
  private final TypeName self;
  private final ElementType scalar;

  public Constructors(NetworkPlan plan) {
    this.plan = plan;
    this.names = new Names(plan);
    this.self = names.self();
    this.scalar = new ElementType(plan.model().precision());
  }

  public MethodSpec fromSeed() {
    boolean drawn = plan.learning().stream().anyMatch(l -> l.distribution().isDrawn());
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc(
                drawn || plan.drops()
                    ? "New weights.\n\n@param seed the same one gives the same bits on every JVM"
                    : "All weights start at " + starts() + ".\n\n@param seed is not used")
            .addModifiers(Modifier.PUBLIC)
            .addParameter(TypeName.LONG, "seed")
            .addStatement("this(($T) null)", self);
    if (drawn) {
      constructor.addStatement("$1T random = new $1T(seed)", ElementType.SEEDED_RANDOM);
    }
    for (LayerPlan layer : plan.learning()) {
      constructor.addCode(draw(layer));
    }
    if (plan.drops()) {
      constructor.addStatement("$T.fill($L, seed)", Arrays.class, Names.SEEDS);
    }
    return constructor.build();
  }

  /** The constants that weights begin with. */
  private String starts() {
    return plan.learning().stream()
        .map(layer -> layer.distribution().formula())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or ", "", plan.learning().isEmpty() ? "0" : ""));
  }

  private CodeBlock draw(LayerPlan layer) {
    if (layer.distribution() instanceof Distribution.Uniform uniform) {
      return draw(layer, "uniform", uniform.limit());
    }
    if (layer.distribution() instanceof Distribution.Normal normal) {
      return draw(layer, "normal", normal.deviation());
    }
    return layer.distribution() instanceof Distribution.One ? ones(layer) : CodeBlock.of("");
  }

  private CodeBlock ones(LayerPlan layer) {
    return CodeBlock.builder()
        .beginControlFlow("for ($T row : $L)", scalar.array(), names.w(layer))
        .addStatement("$T.fill(row, 1)", Arrays.class)
        .endControlFlow()
        .build();
  }

  /** Weights are drawn in double, whatever the network's precision. */
  private CodeBlock draw(LayerPlan layer, String method, double scale) {
    return CodeBlock.builder()
        .add("// $L: $L\n", names.w(layer), layer.distribution().formula())
        .addStatement(
            "$L.$L($L, $L, random)",
            names.layout(layer),
            method,
            names.w(layer),
            JavaRenderer.literal(scale, Precision.DOUBLE))
        .build();
  }

  /** Without arguments: the parameters are part of the application. */
  public MethodSpec fromWeights() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc("The weights of $L, as they were when this was compiled.", weightFile())
            .addModifiers(Modifier.PUBLIC)
            .addStatement("this(($T) null)", self);
    CodeBlock weights =
        CodeBlock.of(
            "$T.$L($L)",
            names.generated(plan.model().weightsName()),
            WeightConstants.PARAMETERS,
            WeightConstants.fit(plan.model()) ? "" : "TOPOLOGY");
    return plan.adapting().isEmpty()
        ? constructor
            .addStatement("setParameters($L)", weights)
            .addCode(RowKernel.baked(plan))
            .build()
        : constructor.addCode(withStatistics(weights)).addCode(RowKernel.baked(plan)).build();
  }

  /** Statistics stand behind all parameters. */
  private CodeBlock withStatistics(CodeBlock weights) {
    int offset = plan.parameterCount();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T weights = $L", new ElementType(plan.model().precision()).array(), weights)
            .addStatement("setParameters($T.copyOf(weights, $L))", Arrays.class, offset);
    for (LayerPlan layer : plan.adapting()) {
      for (String field : names.statistics(layer)) {
        code.addStatement(
            "$T.arraycopy(weights, $L, $L, 0, $L)", System.class, offset, field, layer.outputs());
        offset += layer.outputs();
      }
    }
    return code.build();
  }

  private String weightFile() {
    return plan.model().weights().orElseThrow().file();
  }

  public MethodSpec fromFile() {
    return MethodSpec.constructorBuilder()
        .addJavadoc(
            "The weights of a safetensors file.\n\n@param weights the file\n@throws IOException if it"
                + " cannot be read, or is not of this network")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Path.class, "weights")
        .addException(IOException.class)
        .addStatement("this(($T) null)", self)
        .addStatement("load(weights)")
        .build();
  }

  public MethodSpec ofReplica() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc(
                plan.keepsState()
                    ? "Shares parameters and state of {@code origin}, or has new ones, all 0."
                    : "Shares the parameters of {@code origin}, or has new ones, all 0.")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(self, "origin");
    if (plan.model().simd() == Simd.REQUIRED) {
      constructor.addStatement("$T.require($T.class)", ElementType.VECTOR_MODULE, self);
    }
    constructor.beginControlFlow("if (origin == null)");
    if (plan.packs()) {
      constructor.addStatement("$L = new $T()", Names.CHANGES, ElementType.CHANGES);
    }
    BufferCode code = new BufferCode(plan);
    for (Buffer buffer : plan.buffers()) {
      if (buffer.role().isShared() && buffer.role() != Role.STATE) {
        constructor.addStatement("$L = $L", buffer.name(), code.creation(buffer));
      }
    }
    for (LayerPlan layer : plan.adapting()) {
      constructor.addStatement("$T.fill(variance$L, 1)", Arrays.class, layer.tag());
    }
    if (plan.keepsState()) {
      constructor.addStatement("$L = new $L()", Names.STATE, names.stateType());
    }
    if (plan.model().rows().isPresent()) {
      constructor.addStatement("$L = $L", Names.ROWS, RowKernel.creation());
    }
    constructor.nextControlFlow("else");
    shared().forEach(field -> constructor.addStatement("$1L = origin.$1L", field));
    constructor.endControlFlow();
    return constructor.build();
  }

  /** The fields that all replicas have in common. */
  private List<String> shared() {
    List<String> fields = new ArrayList<>();
    if (plan.packs()) {
      fields.add(Names.CHANGES);
    }
    for (LayerPlan layer : plan.learning()) {
      fields.add(names.w(layer));
      fields.add(names.b(layer));
    }
    plan.adapting().forEach(layer -> fields.addAll(names.statistics(layer)));
    if (plan.keepsState()) {
      fields.add(Names.STATE);
    }
    if (plan.model().rows().isPresent()) {
      fields.add(Names.ROWS);
    }
    return fields;
  }

  public MethodSpec replica() {
    return Overriding.method("replica")
        .returns(self)
        .addStatement("return new $T(this)", self)
        .build();
  }
}
