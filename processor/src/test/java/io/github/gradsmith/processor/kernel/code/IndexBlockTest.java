package io.github.gradsmith.processor.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class IndexBlockTest {
  @Test
  void holdEachPlaceOnce() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int[] places = random.ints(1 + random.nextInt(12), 0, 1 + random.nextInt(25)).toArray();

      List<Integer> held = new ArrayList<>();
      for (IndexBlock block : IndexBlock.of(places)) {
        for (int k = 0; k < block.blocks(); k++) {
          for (int j = 0; j < block.length(); j++) {
            held.add(block.first() + k * block.stride() + j);
          }
        }
      }

      assertThat(held).doesNotHaveDuplicates();
      assertThat(held)
          .containsExactlyInAnyOrderElementsOf(Arrays.stream(places).distinct().boxed().toList());
    }
  }

  @Test
  void columnsAreBlocksOfEqualDistance() {
    assertThat(IndexBlock.of(new int[] {7, 8, 1, 2, 13, 14, 2}))
        .containsExactly(new IndexBlock(1, 2, 3, 6));
    assertThat(IndexBlock.of(new int[] {4, 5, 6})).containsExactly(new IndexBlock(4, 3, 1, 3));
    assertThat(IndexBlock.of(new int[] {0, 2, 3, 6}))
        .containsExactly(
            new IndexBlock(0, 1, 1, 1), new IndexBlock(2, 2, 1, 2), new IndexBlock(6, 1, 1, 1));
    assertThat(IndexBlock.of(new int[] {0, 2, 4, 7, 10}))
        .containsExactly(new IndexBlock(0, 1, 3, 2), new IndexBlock(7, 1, 2, 3));
  }
}
