package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether what a method returns fits the last layer. */
record RowMethodRules(RowFaults faults, RowEnums enums, LayerEnds ends) {
  /**
   * What a method says of the outputs; nothing if it gives them as they are, or there is a fault.
   */
  List<RowTarget> outputs(RowMethod method, RowForm form) {
    return switch (form) {
      case CLASSIFY -> choice(method, (RowType.Constants) method.returned());
      case PROBABILITIES -> probabilities(method, (RowType.MapOf) method.returned());
      case DECIDE -> decision(method);
      case VALUE -> value(method);
      case NAMED -> named(method, (RowType.Row) method.returned());
      default -> List.of();
    };
  }

  private List<RowTarget> choice(RowMethod method, RowType.Constants type) {
    int count = type.constants().size();
    if (count < 2) {
      faults.add(
          RowMessage.ONE_CONSTANT,
          method.place(),
          "The answer of " + method.text(),
          type.text(),
          RowFaults.count(count, "constant"));
      return List.of();
    }
    if (!type.isVisible()) {
      faults.add(RowMessage.INVISIBLE, method.place(), type.text(), "the network");
      return List.of();
    }
    if (count != ends.outputs()) {
      faults.add(
          RowMessage.CLASS_COUNT,
          method.place(),
          method.text(),
          type.text(),
          count,
          type.constants().stream().sorted().collect(Collectors.joining(", ")),
          ends.last(),
          ends.withOutputs(count),
          RowFaults.count(ends.outputs(), "constant"));
      return List.of();
    }
    RowTarget.Kind kind = new RowTarget.Choice(type.text());
    return List.of(new RowTarget(List.of(), type, kind, 0, count, enums.number(type)));
  }

  private List<RowTarget> probabilities(RowMethod method, RowType.MapOf type) {
    List<RowTarget> choice = choice(method, (RowType.Constants) type.key());
    if (!choice.isEmpty() && !ends.isProbability()) {
      noProbability(method, type.text(), "SOFTMAX", "the outputs as an array");
      return List.of();
    }
    return choice;
  }

  private void noProbability(RowMethod method, String type, String activation, String instead) {
    faults.add(
        RowMessage.NO_PROBABILITY,
        method.place(),
        method.text(),
        type,
        ends.activationText(),
        activation,
        instead);
  }

  private List<RowTarget> decision(RowMethod method) {
    if (ends.outputs() != 1) {
      count(method, "Return an enum of " + RowFaults.count(ends.outputs(), "constant"));
    } else if (!ends.isSigmoid()) {
      noProbability(
          method,
          "boolean",
          "SIGMOID",
          ends.network()
              .declaration()
              .interfaces()
              .iterator()
              .next()
              .precision()
              .name()
              .toLowerCase(Locale.ROOT));
    } else {
      return List.of(new RowTarget(List.of(), method.returned(), new RowTarget.Flag(), 0, 1, -1));
    }
    return List.of();
  }

  private List<RowTarget> value(RowMethod method) {
    if (ends.outputs() != 1) {
      count(
          method,
          "Return a record of "
              + RowFaults.count(ends.outputs(), "number")
              + ", an enum of "
              + RowFaults.count(ends.outputs(), "constant")
              + " or an array");
      return List.of();
    }
    return List.of(new RowTarget(List.of(), method.returned(), new RowTarget.Open(), 0, 1, -1));
  }

  private void count(RowMethod method, String instead) {
    faults.add(
        RowMessage.OUTPUT_COUNT,
        method.place(),
        method.text(),
        method.returned().text(),
        ends.last(),
        instead + ", or write " + ends.withOutputs(1) + ".");
  }

  private List<RowTarget> named(RowMethod method, RowType.Row type) {
    if (!InputColumns.isRow(type, method.place(), type.text(), faults)) {
      return List.of();
    }
    OutputTargets reader = new OutputTargets(faults, enums, false);
    int before = faults.all().size();
    List<RowTarget> targets = reader.of(type, "");
    if (faults.all().size() > before) {
      return List.of();
    }
    if (reader.width() != ends.outputs()) {
      faults.add(
          RowMessage.OUTPUT_COUNT,
          method.place(),
          method.text(),
          type.text() + ", whose components take " + RowFaults.count(reader.width(), "output"),
          ends.last(),
          "Write " + ends.withOutputs(reader.width()) + ", or change the components.");
      return List.of();
    }
    boolean decides = targets.stream().anyMatch(target -> target.kind() instanceof RowTarget.Flag);
    if (decides && !ends.isSigmoid()) {
      noProbability(method, "a boolean in " + type.text(), "SIGMOID", "a number");
      return List.of();
    }
    return targets;
  }
}
