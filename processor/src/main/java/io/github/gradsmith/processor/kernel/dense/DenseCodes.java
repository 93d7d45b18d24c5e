package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.dense.DenseLoops;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.shape.ForwardShape.Unrolled;
import io.github.gradsmith.processor.plan.shape.Schedule;
import java.util.function.Function;

/** The one place that knows which code belongs to which shape of a dense layer's loops. */
public final class DenseCodes {
  private DenseCodes() {}

  /** The code of {@code layer} in plain loops. */
  public static LayerCode of(LayerPlan layer, Names names, ElementType scalar) {
    return DenseLoops.of(layer).forward().fold(new OfShape(new MethodFrames(layer, scalar, names)));
  }

  /** Products of rows by the loops of a shape that knows no more of a layer than them. */
  static CodeBlock products(
      ForwardShape shape, DotProducts products, ElementType scalar, String scratch) {
    return shape.fold(new OfProducts(products, scalar, scratch));
  }

  private record OfShape(MethodFrames frames) implements ForwardShape.Cases<LayerCode> {
    @Override
    public LayerCode unrolled(Unrolled shape) {
      return new UnrolledCode(frames);
    }

    @Override
    public LayerCode registerBlocks(RegisterBlocks shape) {
      return new RegisterBlocksCode(frames, shape);
    }

    @Override
    public LayerCode splitAccumulators(SplitAccumulators shape) {
      return new SplitAccumulatorsCode(frames, shape);
    }

    @Override
    public LayerCode interleavedPanel(InterleavedPanel shape) {
      return frames
          .layer()
          .schedule()
          .fold(
              new OfSchedule(
                  new InterleavedPanelCode(frames, shape),
                  blocked -> new BlockedPanelCode(frames, shape, blocked),
                  swept -> none(frames.layer())));
    }

    @Override
    public LayerCode inputMajor(InputMajor shape) {
      return frames
          .layer()
          .schedule()
          .fold(
              new OfSchedule(
                  new InputMajorCode(frames, shape),
                  blocked -> none(frames.layer()),
                  swept -> new SweptCode(frames, shape, swept)));
    }

    /** The check of the plan refuses it before. */
    private static LayerCode none(LayerPlan layer) {
      throw new IllegalStateException("no code for " + layer);
    }
  }

  private record OfSchedule(
      LayerCode ofSamples,
      Function<Schedule.Blocked, LayerCode> ofBlocks,
      Function<Schedule.Swept, LayerCode> ofSweeps)
      implements Schedule.Cases<LayerCode> {
    @Override
    public LayerCode perSample(Schedule.PerSample schedule) {
      return ofSamples;
    }

    @Override
    public LayerCode blocked(Schedule.Blocked schedule) {
      return ofBlocks.apply(schedule);
    }

    @Override
    public LayerCode swept(Schedule.Swept schedule) {
      return ofSweeps.apply(schedule);
    }
  }

  private record OfProducts(DotProducts products, ElementType scalar, String scratch)
      implements ForwardShape.Cases<CodeBlock> {
    @Override
    public CodeBlock registerBlocks(RegisterBlocks shape) {
      return RegisterBlocksForward.sums(products, shape.rows(), scalar);
    }

    @Override
    public CodeBlock splitAccumulators(SplitAccumulators shape) {
      return new SplitAccumulatorsForward(products, shape, scalar, scratch).sums();
    }

    @Override
    public CodeBlock unrolled(Unrolled shape) {
      throw refusal(shape);
    }

    @Override
    public CodeBlock interleavedPanel(InterleavedPanel shape) {
      throw refusal(shape);
    }

    @Override
    public CodeBlock inputMajor(InputMajor shape) {
      throw refusal(shape);
    }

    /** The check of the plan refuses it before. */
    private static IllegalStateException refusal(ForwardShape shape) {
      return new IllegalStateException("no products by " + shape);
    }
  }
}
