package io.github.gradsmith.processor.plan.dense;

import static io.github.gradsmith.processor.plan.PlanCheck.require;

import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.Schedule;

/**
 * The conditions on the blocks of a mini-batch: a block ends where a group of rows does, and a
 * sweep needs rows for inputs. Each case gives the schedule that meets its own.
 *
 * @param layer whose schedule it is
 */
record ScheduleCheck(LayerPlan layer) implements Schedule.Cases<Schedule> {
  @Override
  public Schedule perSample(Schedule.PerSample schedule) {
    return schedule;
  }

  @Override
  public Schedule blocked(Schedule.Blocked schedule) {
    ForwardShape.InterleavedPanel packed =
        layer
            .loops()
            .packing()
            .orElseThrow(() -> new BrokenPlanException(layer + " is in blocks of other rows"));
    wholeGroups(schedule.sumRows(), packed.rows(), layer.outputs());
    wholeGroups(schedule.updateRows(), Schedule.Blocked.UPDATE_ROWS, layer.outputs());
    return schedule;
  }

  @Override
  public Schedule swept(Schedule.Swept schedule) {
    require(layer.isInputMajor(), "%s is swept over rows for neurons", layer);
    wholeGroups(schedule.sumRows(), Schedule.Swept.ROWS, layer.inputs());
    require(schedule.updateRows() >= 1, "a block of %s rows", schedule.updateRows());
    if (schedule.transposes()) {
      wholeGroups(schedule.backRows(), Schedule.Swept.ROWS, layer.outputs());
    }
    return schedule;
  }

  private static void wholeGroups(int block, int group, int rows) {
    require(
        block >= 1 && (block >= rows || block % group == 0),
        "a block of %s rows cuts a group of %s",
        block,
        group);
  }
}
