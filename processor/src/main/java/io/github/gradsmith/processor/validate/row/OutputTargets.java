package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowComponent;
import io.github.gradsmith.processor.model.row.RowEncoding;
import io.github.gradsmith.processor.model.row.RowMark;
import io.github.gradsmith.processor.model.row.RowMark.Kind;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What outputs mean, component by component: of an example's targets, or of a record of outputs.
 */
final class OutputTargets {
  private static final Set<Kind> SCALINGS =
      EnumSet.of(Kind.STANDARDIZED, Kind.MIN_MAX, Kind.RESCALED, Kind.AS_IS);

  private final RowFaults faults;
  private final RowEnums enums;
  private final boolean isExample;
  private final List<RowTarget> targets = new ArrayList<>();
  private final List<RowComponent> components = new ArrayList<>();
  private int at;

  OutputTargets(RowFaults faults, RowEnums enums, boolean isExample) {
    this.faults = faults;
    this.enums = enums;
    this.isExample = isExample;
  }

  /** Those of all components but one. */
  List<RowTarget> of(RowType.Row type, String except) {
    add(type, List.of(), except);
    return List.copyOf(targets);
  }

  /** The components that they are of, in the same order. */
  List<RowComponent> components() {
    return components;
  }

  int width() {
    return at;
  }

  private void add(RowType.Row type, List<RowColumn.Step> before, String except) {
    for (RowComponent component : type.components()) {
      if (before.isEmpty() && component.name().equals(except)) {
        continue;
      }
      ComponentRules rules =
          new ComponentRules(faults, component, type.text() + "." + component.name());
      Optional<RowMark> mark = rules.encodingMark();
      List<RowColumn.Step> path = new ArrayList<>(before);
      path.add(new RowColumn.Step(component.name(), component.type()));
      if (isExample && component.has(Kind.IGNORED)) {
        continue;
      }
      if (isExample && component.type() instanceof RowType.Row nested) {
        if (InputColumns.isRow(nested, component.place(), rules.name(), faults)) {
          add(nested, path, "");
        }
      } else if (component.type() instanceof RowType.Constants constants) {
        if (rules.isLearnable(constants) && isPlain(component, rules)) {
          RowTarget.Kind kind = new RowTarget.Choice(constants.text());
          add(component, path, kind, constants.constants().size(), enums.number(constants));
        }
      } else {
        kind(component, mark, rules).ifPresent(kind -> add(component, path, kind, 1, -1));
      }
    }
  }

  private void add(
      RowComponent component,
      List<RowColumn.Step> path,
      RowTarget.Kind kind,
      int width,
      int enumNumber) {
    targets.add(new RowTarget(path, component.type(), kind, at, width, enumNumber));
    components.add(component);
    at += width;
  }

  private Optional<RowTarget.Kind> kind(
      RowComponent component, Optional<RowMark> mark, ComponentRules rules) {
    boolean isPrimitive = component.type() instanceof RowType.Primitive;
    if (isPrimitive && component.type().text().equals("boolean")) {
      return isPlain(component, rules) ? Optional.of(new RowTarget.Flag()) : Optional.empty();
    }
    boolean isNumber =
        component.type() instanceof RowType.Primitive primitive
            && (isExample ? primitive.isNumber() : primitive.isFloating());
    if (!isNumber) {
      faults.add(
          RowMessage.NO_TARGET,
          component.place(),
          rules.name(),
          component.type().text(),
          isExample ? "a target" : "an output",
          isExample
              ? "a number, a boolean or an enum, or write @Ignored"
              : "float, double, boolean or an enum");
      return Optional.empty();
    }
    for (RowMark other : component.marks()) {
      if (!SCALINGS.contains(other.kind())) {
        rules.unsuited(other.kind(), "it has no meaning for a target. Remove it");
        return Optional.empty();
      }
    }
    return scaling(mark, rules);
  }

  private Optional<RowTarget.Kind> scaling(Optional<RowMark> mark, ComponentRules rules) {
    if (!isExample) {
      return Optional.of(new RowTarget.Open());
    }
    if (mark.isEmpty()) {
      return Optional.of(new RowTarget.Plain());
    }
    return switch (mark.get().kind()) {
      case STANDARDIZED -> Optional.of(new RowTarget.Standard());
      case MIN_MAX -> Optional.of(new RowTarget.Range());
      case RESCALED -> {
        Optional<RowEncoding.Rescaled> found = rules.rescaled(mark.get());
        yield found.map(known -> new RowTarget.Rescaled(known.scale(), known.offset()));
      }
      default -> Optional.of(new RowTarget.Plain());
    };
  }

  private static boolean isPlain(RowComponent component, ComponentRules rules) {
    for (RowMark mark : component.marks()) {
      rules.unsuited(mark.kind(), "it has no meaning for a target. Remove it");
    }
    return component.marks().isEmpty();
  }
}
