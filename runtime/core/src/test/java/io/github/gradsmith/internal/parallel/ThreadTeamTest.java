package io.github.gradsmith.internal.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a work shared by threads. */
@Timeout(60)
@Isolated
public class ThreadTeamTest {
  private static final int ROUNDS = 20_000;

  /** The threads of all teams that live. */
  public static Set<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("gradsmith-"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartIsDoneOnceBeforeTheWorkEnds(int members) {
    int parts = 5;
    int[] done = new int[parts]; // not atomic: the team alone makes it visible
    int[] expected = new int[parts];
    try (ThreadTeam team = new ThreadTeam(members)) {
      for (int round = 1; round <= ROUNDS; round++) {
        int count = 1 + round % parts;
        int add = round;
        team.run((member, part) -> done[part] += add, count);
        for (int part = 0; part < count; part++) {
          expected[part] += round;
        }
        assertThat(done).isEqualTo(expected);
      }
    }
  }

  @Test
  void allMembersWorkAtTheSameTime() {
    int members = 3;
    AtomicIntegerArray parts = new AtomicIntegerArray(members);
    CountDownLatch together = new CountDownLatch(members);
    try (ThreadTeam team = new ThreadTeam(members)) {
      team.run(
          (member, part) -> {
            together.countDown();
            await(together); // each member is held in its first part
            parts.incrementAndGet(member);
          },
          members);
    }
    for (int member = 0; member < members; member++) {
      assertThat(parts.get(member)).isEqualTo(1);
    }
  }

  @Test
  void threadsAreDaemonsAndEnd() {
    Set<Thread> before = workers();
    ThreadTeam team = new ThreadTeam(4);
    Set<Thread> started = workers();
    started.removeAll(before);
    assertThat(started).hasSize(3).allMatch(Thread::isDaemon);

    team.close();
    team.close();

    assertThat(started).noneMatch(Thread::isAlive);
  }

  @Test
  void aTeamOfOneStartsNoThread() {
    Set<Thread> before = workers();
    Thread[] worked = new Thread[1];
    try (ThreadTeam team = new ThreadTeam(1)) {
      team.run((member, part) -> worked[0] = Thread.currentThread(), 3);
      assertThat(workers()).isEqualTo(before);
    }
    assertThat(worked[0]).isSameAs(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatTheFirstOfFailingPartsThrewIsThrown(int members) {
    int[] done = new int[8];
    try (ThreadTeam team = new ThreadTeam(members)) {
      for (int round = 0; round < 1000; round++) {
        List<Throwable> thrown =
            List.of(new IllegalStateException("three"), new StackOverflowError("six"));
        assertThatThrownBy(
                () ->
                    team.run(
                        (member, part) -> {
                          done[part]++;
                          if (part == 3 || part == 6) {
                            sneak(thrown.get(part / 3 - 1));
                          }
                        },
                        8))
            .isSameAs(thrown.get(0));
      }
      assertThat(done).containsOnly(1000);
      team.run((member, part) -> done[part] = -1, 8);
      assertThat(done).containsOnly(-1);
    }
  }

  @Test
  void errorsAreThrownAsTheyAreAndUndeclaredExceptionsWrapped() {
    try (ThreadTeam team = new ThreadTeam(2)) {
      Error error = new OutOfMemoryError("none left");
      assertThatThrownBy(() -> team.run((member, part) -> sneak(error), 2)).isSameAs(error);
      Exception checked = new IOException("unheard of");
      assertThatThrownBy(() -> team.run((member, part) -> sneak(checked), 1))
          .isInstanceOf(UndeclaredThrowableException.class)
          .hasCause(checked);
    }
  }

  @Test
  void anInterruptEndsNoWorkAndIsKept() {
    int[] done = new int[64];
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (Thread worker : workers()) {
        worker.interrupt(); // nobody's business, but it must not keep it from waiting
      }
      Thread.currentThread().interrupt();
      team.run((member, part) -> done[part]++, done.length);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(done).containsOnly(1);
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(workers()).isEmpty();
  }

  /** Waiting takes no processor: a thread that spun would run for half a second. */
  @Test
  void waitingIsCheap() throws InterruptedException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    try (ThreadTeam team = new ThreadTeam(2)) {
      team.run((member, part) -> {}, 4);
      Thread worker = workers().iterator().next();
      worker.interrupt();
      Thread.sleep(100);
      long before = threads.getThreadCpuTime(worker.getId());
      Thread.sleep(500);
      assertThat(threads.getThreadCpuTime(worker.getId()) - before).isLessThan(100_000_000);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
