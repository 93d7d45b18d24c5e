package io.github.gradsmith.processor.model.row;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record as written.
 *
 * @param marks its annotations, in the order of the source
 * @param place the component if it is in source, else the method that names the record
 */
public record RowComponent(String name, RowType type, List<RowMark> marks, Place place) {
  public RowComponent {
    marks = List.copyOf(marks);
  }

  /** The annotation of a kind, if it has it. */
  public Optional<RowMark> mark(RowMark.Kind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).findFirst();
  }

  /** Whether it has an annotation of a kind. */
  public boolean has(RowMark.Kind kind) {
    return mark(kind).isPresent();
  }
}
