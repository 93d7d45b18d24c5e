package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.row.RowComponent;
import io.github.gradsmith.processor.model.row.RowEncoding;
import io.github.gradsmith.processor.model.row.RowMark;
import io.github.gradsmith.processor.model.row.RowMark.Kind;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How one component is encoded, by its type and its annotations.
 *
 * @param name the component as messages call it, such as {@code House.area}
 */
record ComponentRules(RowFaults faults, RowComponent component, String name) {
  private static final int MOST_BINS = 1_000_000;

  private static final Set<Kind> OF_NUMBERS =
      EnumSet.of(
          Kind.STANDARDIZED, Kind.MIN_MAX, Kind.AS_IS, Kind.RESCALED, Kind.BINNED, Kind.CYCLIC);

  /**
   * The only annotation that says how it is encoded, if there is one; a fault if there are more.
   */
  Optional<RowMark> encodingMark() {
    List<RowMark> marks = component.marks().stream().filter(m -> m.kind().encodes()).toList();
    if (marks.size() > 1) {
      faults.add(
          RowMessage.SECOND_ENCODING,
          marks.get(1).place(),
          marks.get(0).kind().text(),
          marks.get(1).kind().text(),
          name);
    }
    return marks.stream().findFirst();
  }

  /**
   * The encoding; none if there is a fault.
   *
   * @param isNormalized whether a layer scales it, so that numbers are left as they are
   */
  Optional<RowEncoding> encoding(boolean isNormalized) {
    Optional<RowMark> mark = encodingMark();
    RowType type = component.type();
    boolean isMissable = component.has(Kind.MISSING);
    if (!(type instanceof RowType.Array) && component.has(Kind.SIZE)) {
      unsuited(Kind.SIZE, "it is for arrays of float and double. Remove it");
    }
    if (type instanceof RowType.Primitive primitive) {
      return ofPrimitive(primitive, mark, isMissable, isNormalized);
    }
    if (type instanceof RowType.Boxed boxed) {
      requireMissing(isMissable, boxed.of().text(), mark);
      return boxed.of().text().equals("boolean")
          ? flag(mark)
          : ofNumber(boxed.of(), mark, isNormalized);
    }
    if (type instanceof RowType.OptionalNumber optional) {
      String of = optional.text().substring("Optional".length()).toLowerCase(Locale.ROOT);
      requireMissing(isMissable, of, mark);
      return number(mark, isNormalized);
    }
    if (type instanceof RowType.OptionalOf optional
        && optional.of() instanceof RowType.Constants constants) {
      requireMissing(isMissable, constants.text(), mark);
      return ofEnum(constants, mark);
    }
    if (type instanceof RowType.Constants constants) {
      return ofEnum(constants, mark);
    }
    if (type instanceof RowType.Time) {
      return allowed(mark, EnumSet.noneOf(Kind.class))
          ? Optional.of(new RowEncoding.Cycle(86_400e9, "time"))
          : Optional.empty();
    }
    if (type instanceof RowType.Array array && array.of().isFloating()) {
      return ofArray(mark, isMissable, isNormalized);
    }
    if (type instanceof RowType.Text) {
      return ofText(mark);
    }
    faults.add(RowMessage.NO_WIDTH, component.place(), name, plainName(type));
    return Optional.empty();
  }

  /** {@code List} of {@code List<Item>}. */
  private static String plainName(RowType type) {
    String text = type.text();
    int end = text.indexOf('<');
    return end < 0 ? text : text.substring(0, end);
  }

  private Optional<RowEncoding> ofPrimitive(
      RowType.Primitive type, Optional<RowMark> mark, boolean isMissable, boolean isNormalized) {
    if (isMissable && !type.isFloating()) {
      unsuited(Kind.MISSING, "it is always there. Remove @Missing, or make it a type with null");
      return Optional.empty();
    }
    return type.text().equals("boolean") ? flag(mark) : ofNumber(type, mark, isNormalized);
  }

  private Optional<RowEncoding> ofNumber(
      RowType.Primitive type, Optional<RowMark> mark, boolean isNormalized) {
    if (!type.isNumber()) {
      faults.add(
          RowMessage.NO_TARGET,
          component.place(),
          name,
          component.type().text(),
          "an input",
          "a number or an enum, or write @Ignored");
      return Optional.empty();
    }
    return number(mark, isNormalized);
  }

  private Optional<RowEncoding> flag(Optional<RowMark> mark) {
    return allowed(mark, EnumSet.noneOf(Kind.class))
        ? Optional.of(new RowEncoding.Flag())
        : Optional.empty();
  }

  private Optional<RowEncoding> number(Optional<RowMark> mark, boolean isNormalized) {
    if (!allowed(mark, OF_NUMBERS)) {
      return Optional.empty();
    }
    if (mark.isEmpty()) {
      return Optional.of(isNormalized ? new RowEncoding.Plain() : new RowEncoding.Standard());
    }
    return switch (mark.get().kind()) {
      case MIN_MAX -> Optional.of(new RowEncoding.Range());
      case AS_IS -> Optional.of(new RowEncoding.Plain());
      case RESCALED -> rescaled(mark.get()).map(RowEncoding.class::cast);
      case BINNED -> bins(mark.get());
      case CYCLIC -> cycle(mark.get());
      default -> Optional.of(new RowEncoding.Standard());
    };
  }

  Optional<RowEncoding.Rescaled> rescaled(RowMark mark) {
    double scale = mark.numbers().get(0).value();
    double offset = mark.numbers().get(1).value();
    if (!Double.isFinite(scale) || scale == 0) {
      wrong(mark, "scale", mark.numbers().get(0), "finite and not 0");
    } else if (!Double.isFinite(offset)) {
      wrong(mark, "offset", mark.numbers().get(1), "finite");
    } else {
      return Optional.of(new RowEncoding.Rescaled(scale, offset));
    }
    return Optional.empty();
  }

  private Optional<RowEncoding> bins(RowMark mark) {
    List<Double> edges = mark.numbers().stream().map(Located::value).toList();
    for (int i = 0; i < edges.size(); i++) {
      if (!Double.isFinite(edges.get(i)) || i > 0 && edges.get(i) <= edges.get(i - 1)) {
        wrong(mark, "an edge", mark.numbers().get(i), "finite, and above the edge before it");
        return Optional.empty();
      }
    }
    if (edges.isEmpty()) {
      faults.add(
          RowMessage.MARK_NUMBER, mark.place(), "value", "@Binned", name, "{}", "one edge or more");
      return Optional.empty();
    }
    return Optional.of(new RowEncoding.Bins(edges));
  }

  private Optional<RowEncoding> cycle(RowMark mark) {
    double period = mark.numbers().get(0).value();
    if (!(period > 0) || !Double.isFinite(period)) {
      wrong(mark, "period", mark.numbers().get(0), "finite and above 0, such as 360");
      return Optional.empty();
    }
    return Optional.of(new RowEncoding.Cycle(period, "cyclic(" + period + ")"));
  }

  private Optional<RowEncoding> ofEnum(RowType.Constants type, Optional<RowMark> mark) {
    if (!isLearnable(type) || !allowed(mark, EnumSet.of(Kind.CYCLIC, Kind.INDEX))) {
      return Optional.empty();
    }
    if (mark.isEmpty()) {
      return Optional.of(new RowEncoding.OneHot());
    }
    if (mark.get().kind() == Kind.INDEX) {
      return Optional.of(new RowEncoding.Position());
    }
    if (mark.get().numbers().get(0).value() != 0) {
      wrong(
          mark.get(),
          "period",
          mark.get().numbers().get(0),
          "left out: an enum goes round by its " + type.constants().size() + " constants");
      return Optional.empty();
    }
    return Optional.of(new RowEncoding.Cycle(type.constants().size(), "cycle"));
  }

  /** Whether an enum has constants to tell apart, and can be seen. */
  boolean isLearnable(RowType.Constants type) {
    int count = type.constants().size();
    if (count < 2) {
      faults.add(
          RowMessage.ONE_CONSTANT,
          component.place(),
          name,
          type.text(),
          RowFaults.count(count, "constant"));
    } else if (!type.isVisible()) {
      faults.add(RowMessage.INVISIBLE, component.place(), type.text(), "the network");
    }
    return count >= 2 && type.isVisible();
  }

  private Optional<RowEncoding> ofArray(
      Optional<RowMark> mark, boolean isMissable, boolean isNormalized) {
    Optional<RowMark> size = component.mark(Kind.SIZE);
    if (isMissable) {
      unsuited(Kind.MISSING, "an array is there as a whole. Remove @Missing");
    } else if (size.isEmpty()) {
      faults.add(
          RowMessage.MARK_UNSUITED,
          component.place(),
          "@Size is missing",
          name,
          component.type().text(),
          "its length must be known. Write for example @Size(8)");
    } else if (allowed(mark, EnumSet.of(Kind.AS_IS, Kind.STANDARDIZED))) {
      int count = size.get().numbers().get(0).value().intValue();
      if (count < 1) {
        wrong(size.get(), "value", size.get().numbers().get(0), "1 or more");
        return Optional.empty();
      }
      boolean isPlain = mark.map(m -> m.kind() == Kind.AS_IS).orElse(isNormalized);
      return Optional.of(new RowEncoding.Several(count, !isPlain));
    }
    return Optional.empty();
  }

  private Optional<RowEncoding> ofText(Optional<RowMark> mark) {
    if (mark.isEmpty()) {
      faults.add(RowMessage.TEXT_COMPONENT, component.place(), name);
      return Optional.empty();
    }
    if (!allowed(mark, EnumSet.of(Kind.HASHED, Kind.ONE_OF))) {
      return Optional.empty();
    }
    if (mark.get().kind() == Kind.HASHED) {
      double bins = mark.get().numbers().get(0).value();
      if (bins < 2 || bins > MOST_BINS) {
        wrong(mark.get(), "bins", mark.get().numbers().get(0), "from 2 to 1,000,000");
        return Optional.empty();
      }
      return Optional.of(new RowEncoding.Hash((int) bins));
    }
    return words(mark.get());
  }

  private Optional<RowEncoding> words(RowMark mark) {
    Set<String> seen = new HashSet<>();
    for (Located<String> word : mark.words()) {
      if (!seen.add(word.value())) {
        faults.add(
            RowMessage.MARK_NUMBER,
            word.place(),
            "a word",
            mark.kind().text(),
            name,
            '"' + word.value() + "\", for the second time",
            "there once");
        return Optional.empty();
      }
    }
    if (seen.isEmpty()) {
      faults.add(
          RowMessage.MARK_NUMBER, mark.place(), "value", "@OneOf", name, "{}", "one word or more");
      return Optional.empty();
    }
    return Optional.of(new RowEncoding.Words(mark.words().stream().map(Located::value).toList()));
  }

  private void requireMissing(boolean isMissable, String present, Optional<RowMark> mark) {
    if (!isMissable) {
      boolean isNumber =
          component.type() instanceof RowType.OptionalNumber
              || component.type() instanceof RowType.Boxed boxed && boxed.of().isNumber();
      String article = component.type().text().matches("[AEIOU].*") ? "an " : "a ";
      faults.add(
          RowMessage.MAY_BE_NULL,
          component.place(),
          name,
          article + component.type().text(),
          component.type().text().startsWith("Optional") ? "empty" : "null",
          present,
          isNumber && mark.isEmpty() ? "the mean" : "zeros",
          isNumber && mark.isEmpty() ? "2" : "one more");
    }
  }

  private boolean allowed(Optional<RowMark> mark, Set<Kind> kinds) {
    if (mark.isEmpty() || kinds.contains(mark.get().kind())) {
      return true;
    }
    Kind kind = mark.get().kind();
    unsuited(kind, suits(kind) + ". Remove it, or write @Ignored");
    return false;
  }

  static String suits(Kind kind) {
    return switch (kind) {
      case HASHED, ONE_OF -> "it is for texts";
      case INDEX -> "it is for enums";
      case CYCLIC -> "it is for numbers and enums";
      default -> "it is for numbers";
    };
  }

  void unsuited(Kind kind, String why) {
    faults.add(
        RowMessage.MARK_UNSUITED,
        component.mark(kind).orElseThrow().place(),
        kind.text(),
        name,
        plainName(component.type()),
        why);
  }

  private void wrong(RowMark mark, String attribute, Located<Double> number, String expected) {
    double value = number.value();
    String text =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? Long.toString((long) value)
            : Double.toString(value);
    faults.add(
        RowMessage.MARK_NUMBER,
        number.place(),
        attribute,
        mark.kind().text(),
        name,
        text,
        expected);
  }
}
