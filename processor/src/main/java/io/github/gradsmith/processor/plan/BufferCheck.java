package io.github.gradsmith.processor.plan;

import static io.github.gradsmith.processor.plan.PlanCheck.require;

import io.github.gradsmith.processor.plan.Buffer.Role;
import io.github.gradsmith.processor.plan.Step.Access;
import io.github.gradsmith.processor.plan.simd.SimdStorage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the steps of every pass in order, and holds of each buffer: it is written before it is
 * read, it has a row for every sample where samples read it in another loop than it was written in,
 * and it is as large as the step needs it. Of a delta it holds this for every element, and that
 * nothing is set a second time before it was read: what the first reader brought would be lost.
 */
final class BufferCheck {
  private final Map<String, Buffer> buffers = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** The loop of the current pass in which a buffer was written last. */
  private final Map<String, Integer> writtenIn = new HashMap<>();

  /** The elements of deltas that the current pass has set. */
  private final Map<String, BitSet> set = new HashMap<>();

  private BufferCheck() {}

  /**
   * Checks all passes of {@code plan}.
   *
   * @throws BrokenPlanException if a step finds a buffer otherwise than it needs it
   */
  static void check(NetworkPlan plan) {
    BufferCheck check = new BufferCheck();
    for (Buffer buffer : plan.buffers()) {
      require(check.buffers.put(buffer.name(), buffer) == null, "two buffers %s", buffer.name());
      require(
          !buffer.hasRowPerSample() || buffer.rows() == plan.tile(),
          "%s has no row for each of %s samples",
          buffer,
          plan.tile());
    }
    plan.passes().forEach(check::pass);
    for (Buffer buffer : plan.buffers()) {
      require(check.used.contains(buffer.name()), "no step uses %s", buffer);
    }
  }

  private void pass(Pass pass) {
    writtenIn.clear();
    set.clear();
    for (int loop = 0; loop < pass.loops().size(); loop++) {
      for (Step step : pass.loops().get(loop)) {
        for (Access read : step.reads()) {
          fits(read, step, pass);
          read(buffer(read, step), step, loop);
          readDelta(read, step);
        }
        for (Access write : step.writes()) {
          fits(write, step, pass);
          writeDelta(write, step);
          writtenIn.put(write.buffer(), loop);
        }
      }
    }
  }

  private Buffer buffer(Access access, Step step) {
    Buffer buffer = buffers.get(access.buffer());
    require(buffer != null, "%s needs %s, which is not there", step, access.buffer());
    used.add(access.buffer());
    return buffer;
  }

  private void read(Buffer buffer, Step step, int loop) {
    Role role = buffer.role();
    if (role.isShared() || role == Role.CONSTANT) {
      return; // of which the constructor and earlier steps have taken care
    }
    Integer written = writtenIn.get(buffer.name());
    require(written != null, "%s reads %s before it is written", step, buffer);
    require(
        !role.isOfSample() || written == loop || buffer.hasRowPerSample(),
        "%s is kept for one sample, and %s reads it for all",
        buffer,
        step);
  }

  private void readDelta(Access read, Step step) {
    Buffer buffer = buffer(read, step);
    if (buffer.role() == Role.DELTA) {
      int missing = set.get(buffer.name()).nextClearBit(read.begin());
      require(
          missing >= read.end(), "%s reads %s, whose element %s is not set", step, buffer, missing);
    }
  }

  /** A step that adds reads what it writes. */
  private void writeDelta(Access write, Step step) {
    Buffer buffer = buffer(write, step);
    if (buffer.role() == Role.DELTA) {
      BitSet elements = set.computeIfAbsent(buffer.name(), name -> new BitSet());
      int present = elements.nextSetBit(write.begin());
      boolean isNew = present < 0 || present >= write.end();
      require(isNew || step.reads().contains(write), "%s sets %s again", step, buffer);
      elements.set(write.begin(), write.end());
    }
  }

  private void fits(Access access, Step step, Pass pass) {
    Buffer buffer = buffer(access, step);
    boolean large = access.rows() <= buffer.rows() && access.end() <= buffer.width();
    if (pass.simd() && buffer.simd() instanceof SimdStorage.Panels panels) {
      large = access.rows() <= panels.rows() && access.end() <= panels.neurons();
    } else if (pass.simd() && buffer.simd() instanceof SimdStorage.Absent) {
      large = false;
    }
    require(large, "%s needs %s of %s", step, List.of(access.rows(), access.end()), buffer);
  }
}
