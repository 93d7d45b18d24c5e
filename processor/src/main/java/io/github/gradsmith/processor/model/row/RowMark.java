package io.github.gradsmith.processor.model.row;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/**
 * An annotation of a component.
 *
 * @param kind which one
 * @param place the annotation
 * @param numbers its numbers, in the order of the annotation's attributes
 * @param words its texts
 */
public record RowMark(
    Kind kind, Place place, List<Located<Double>> numbers, List<Located<String>> words) {
  public RowMark {
    numbers = List.copyOf(numbers);
    words = List.copyOf(words);
  }

  /** The annotations that there are. */
  public enum Kind {
    STANDARDIZED("Standardized"),
    MIN_MAX("MinMax"),
    AS_IS("AsIs"),
    RESCALED("Rescaled", "scale", "offset"),
    BINNED("Binned", "value"),
    CYCLIC("Cyclic", "period"),
    MISSING("Missing"),
    HASHED("Hashed", "bins"),
    ONE_OF("OneOf", "value"),
    INDEX("Index"),
    SIZE("Size", "value"),
    IGNORED("Ignored");

    private final String simpleName;
    private final List<String> attributes;

    Kind(String simpleName, String... attributes) {
      this.simpleName = simpleName;
      this.attributes = List.of(attributes);
    }

    /** As source names it, such as {@code @MinMax}. */
    public String text() {
      return "@" + simpleName;
    }

    /** Its name with the package. */
    public String qualifiedName() {
      return "io.github.gradsmith.row." + simpleName;
    }

    /** The attributes that it has, in order. */
    public List<String> attributes() {
      return attributes;
    }

    /** Whether it says how a component is encoded: a component has one of these at most. */
    public boolean encodes() {
      return this != MISSING && this != SIZE;
    }

    /** The annotation of that name, if it is one of them. */
    public static Optional<Kind> of(CharSequence qualifiedName) {
      for (Kind kind : values()) {
        if (kind.qualifiedName().contentEquals(qualifiedName)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
