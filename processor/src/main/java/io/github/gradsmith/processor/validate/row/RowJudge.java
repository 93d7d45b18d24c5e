package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.internal.row.RowSchema;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowComponent;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the typed rows of a network, and tells what they mean if they have no faults. */
public final class RowJudge {
  /** What a method of rows looks like. */
  public static final String FORMS = RowForms.LIST;

  private final ResolvedNetwork network;
  private final NetworkDeclaration declaration;
  private final RowFaults faults = new RowFaults();
  private final RowEnums enums = new RowEnums();
  private final Map<RowMethod, RowForm> forms = new LinkedHashMap<>();
  private final Map<RowMethod, List<RowTarget>> returned = new LinkedHashMap<>();
  private Optional<RowModel> model = Optional.empty();

  private RowJudge(ResolvedNetwork network) {
    this.network = network;
    this.declaration = network.declaration();
  }

  /** Of a network, whose other faults do not matter here. */
  public static RowJudge of(ResolvedNetwork network) {
    RowJudge judge = new RowJudge(network);
    if (!judge.declaration.interfaces().isEmpty()) {
      judge.findForms();
      if (!judge.forms.isEmpty() && judge.hasKinds()) {
        LayerEnds.of(network).ifPresent(judge::judge);
      }
    }
    return judge;
  }

  public List<Fault> faults() {
    return faults.all();
  }

  /** What the rows mean; empty where there are none, or there are faults. */
  public Optional<RowModel> model() {
    return faults.isEmpty() ? model : Optional.empty();
  }

  /** Signatures of the methods of rows, faulty ones, too. */
  public static Set<String> signatures(ResolvedNetwork network) {
    RowJudge judge = new RowJudge(network);
    judge.findForms();
    return Set.copyOf(judge.forms.keySet().stream().map(RowMethod::signature).toList());
  }

  /** Whether each constant of an enum of layers is one, and the first alone the input. */
  private boolean hasKinds() {
    return declaration.layerEnum().stream()
        .flatMap(layers -> layers.constants().stream().skip(1))
        .allMatch(constant -> constant.annotation().flatMap(layer -> layer.type()).isPresent());
  }

  private void findForms() {
    NetworkInterface first = declaration.interfaces().iterator().next();
    RowForms reader = new RowForms(first.precision(), !declaration.predictsOnly());
    List<String> promised =
        declaration.promised().stream().map(MethodDeclaration::signature).toList();
    for (RowMethod method : declaration.rows()) {
      if (!promised.contains(method.signature())) {
        reader.of(method).ifPresent(form -> forms.put(method, form));
      }
    }
  }

  private void judge(LayerEnds ends) {
    boolean areRecords = true;
    for (RowMethod method : forms.keySet()) {
      areRecords &= isRecord(method);
    }
    if (forms.isEmpty() || !areRecords) {
      return;
    }
    RowTypes types = RowTypes.of(forms, faults, declaration.type().simpleName());
    if (types.row().isEmpty()) {
      return;
    }
    RowType.Row row = types.row().get();
    Place place = types.rowMethod().place();
    if (!InputColumns.isRow(row, place, row.text(), faults)) {
      return;
    }
    InputColumns columns = new InputColumns(faults, enums, ends::normalizes);
    List<RowColumn> inputs = columns.of(row);
    if (faults.isEmpty() && columns.width() != ends.inputs()) {
      faults.add(
          RowMessage.ROW_WIDTH,
          ends.placeOfInputs(),
          row.text(),
          RowFaults.count(columns.width(), "input"),
          columns.widths(),
          ends.first(),
          ends.withInputs(columns.width()));
    }
    Optional<RowModel.Example> example =
        types.example().flatMap(type -> example(type, types.exampleMethod(), row, ends));
    RowMethodRules rules = new RowMethodRules(faults, enums, ends);
    forms.forEach((method, form) -> returned.put(method, rules.outputs(method, form)));
    if (faults.isEmpty()) {
      finish(row, inputs, example, ends);
    }
  }

  private boolean isRecord(RowMethod method) {
    RowType.Parameter first = method.parameters().get(0);
    RowType type = first.type() instanceof RowType.CollectionOf all ? all.of() : first.type();
    if (type instanceof RowType.Row) {
      return true;
    }
    faults.add(RowMessage.CLASS_AS_ROW, first.place(), method.text(), type.text());
    return false;
  }

  private Optional<RowModel.Example> example(
      RowType.Row type, RowMethod method, RowType.Row row, LayerEnds ends) {
    if (!InputColumns.isRow(type, method.place(), type.text(), faults)) {
      return Optional.empty();
    }
    List<RowComponent> rows =
        type.components().stream().filter(component -> RowTypes.is(component.type(), row)).toList();
    if (rows.size() != 1) {
      faults.add(
          RowMessage.NO_ROW_IN_EXAMPLE,
          method.place(),
          method.text(),
          type.text(),
          rows.isEmpty() ? "no component" : rows.size() + " components",
          row.text(),
          type.text(),
          row.text(),
          decapitalized(row.text()),
          "answer");
      return Optional.empty();
    }
    OutputTargets reader = new OutputTargets(faults, enums, true);
    int before = faults.all().size();
    List<RowTarget> targets = reader.of(type, rows.get(0).name());
    if (faults.all().size() > before) {
      return Optional.empty();
    }
    if (reader.width() != ends.outputs()) {
      wrongCount(type, method, reader, targets, ends);
      return Optional.empty();
    }
    for (int i = 0; i < targets.size(); i++) {
      RowComponent component = reader.components().get(i);
      if (targets.get(i).kind() instanceof RowTarget.Standard) {
        ends.bounds()
            .ifPresent(
                bounds ->
                    faults.add(
                        RowMessage.TARGET_RANGE,
                        component.place(),
                        component.name(),
                        ends.activationText(),
                        bounds));
      }
    }
    return Optional.of(new RowModel.Example(type, rows.get(0).name(), targets));
  }

  private void wrongCount(
      RowType.Row type,
      RowMethod method,
      OutputTargets reader,
      List<RowTarget> targets,
      LayerEnds ends) {
    List<String> widths = new ArrayList<>();
    targets.forEach(
        target -> widths.add(target.name() + (target.width() == 1 ? "" : " " + target.width())));
    Place place =
        reader.components().isEmpty()
            ? method.place()
            : reader.components().get(reader.components().size() - 1).place();
    faults.add(
        RowMessage.TARGET_COUNT,
        place,
        type.text(),
        RowFaults.count(reader.width(), "target"),
        String.join(", ", widths),
        ends.last(),
        ends.withOutputs(reader.width()));
  }

  private static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private void finish(
      RowType.Row row, List<RowColumn> inputs, Optional<RowModel.Example> example, LayerEnds ends) {
    List<RowTarget> outputs = outputs(example);
    String name = declaration.type().simpleName();
    RowSchema schema = RowSchemas.of(name, row, inputs, enums.all(), outputs);
    Optional<RowModel.Baked> baked = new WeightsOfRows(network, faults, schema).baked();
    List<RowModel.Method> methods = new ArrayList<>();
    forms.forEach(
        (method, form) ->
            methods.add(
                new RowModel.Method(
                    method.name(),
                    form == RowForm.ADAPT && RowTypes.takesRows(method, row)
                        ? RowForm.ADAPT_ROWS
                        : form,
                    method.returned(),
                    method.parameters().stream().map(RowType.Parameter::name).toList(),
                    decoded(returned.get(method), outputs))));
    RowModel found =
        new RowModel(row, inputs, enums.all(), example, outputs, methods, ends.normalizes(), baked);
    requireLearning(found);
    model = Optional.of(found);
  }

  /** What the outputs mean: by the targets of examples, else by the first method that says so. */
  private List<RowTarget> outputs(Optional<RowModel.Example> example) {
    List<RowTarget> outputs = example.map(RowModel.Example::targets).orElse(List.of());
    String source = example.map(e -> e.type().text()).orElse("");
    for (Map.Entry<RowMethod, List<RowTarget>> entry : returned.entrySet()) {
      List<RowTarget> told = entry.getValue();
      if (outputs.isEmpty() && !told.isEmpty()) {
        outputs = named(told, entry.getKey());
        source = entry.getKey().text();
      } else if (!told.isEmpty()) {
        requireSame(outputs, source, told, entry.getKey());
      }
    }
    return outputs;
  }

  /** An output of a method that has no component's name has the method's. */
  private static List<RowTarget> named(List<RowTarget> told, RowMethod method) {
    return told.stream()
        .map(
            target ->
                target.path().isEmpty()
                    ? new RowTarget(
                        List.of(new RowColumn.Step(method.name(), target.type())),
                        target.type(),
                        target.kind(),
                        target.at(),
                        target.width(),
                        target.enumNumber())
                    : target)
        .toList();
  }

  private void requireSame(
      List<RowTarget> outputs, String source, List<RowTarget> told, RowMethod method) {
    for (int i = 0; i < told.size(); i++) {
      RowTarget mine = told.get(i);
      RowTarget theirs = outputs.get(Math.min(i, outputs.size() - 1));
      boolean isSame =
          outputs.size() == told.size()
              && mine.at() == theirs.at()
              && mine.enumNumber() == theirs.enumNumber();
      if (!isSame) {
        faults.add(
            RowMessage.OTHER_MEANING,
            method.place(),
            method.text(),
            mine.at() + 1,
            mine.type().text(),
            source,
            theirs.type().text());
        return;
      }
    }
  }

  /** What a method returns, scaled as the outputs are. */
  private static List<RowTarget> decoded(List<RowTarget> told, List<RowTarget> outputs) {
    List<RowTarget> decoded = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      RowTarget target = told.get(i);
      boolean isNumber = target.kind() instanceof RowTarget.Open;
      decoded.add(
          new RowTarget(
              target.path(),
              target.type(),
              isNumber && i < outputs.size() ? outputs.get(i).kind() : target.kind(),
              target.at(),
              target.width(),
              target.enumNumber()));
    }
    return decoded;
  }

  private void requireLearning(RowModel rows) {
    boolean isBaked = rows.baked().isPresent();
    if (declaration.predictsOnly() || isBaked) {
      return;
    }
    boolean adapts = rows.has(RowForm.ADAPT) || rows.has(RowForm.ADAPT_ROWS);
    String of = rows.example().map(e -> e.type().text()).orElse(rows.row().text());
    String parameter = rows.example().isPresent() ? "examples" : "rows";
    if (!adapts && rows.numbers() > 0) {
      RowColumn first =
          rows.inputs().stream().filter(c -> c.encoding().numbers() > 0).findFirst().orElseThrow();
      nothingLearns(rows.row().text() + "." + first.name(), of, parameter);
    } else if (!rows.has(RowForm.ADAPT)) {
      rows.example().stream()
          .flatMap(example -> example.targets().stream())
          .filter(RowTarget::isScaled)
          .findFirst()
          .ifPresent(target -> nothingLearns(of + "." + target.name(), of, parameter));
    }
  }

  private void nothingLearns(String what, String of, String parameter) {
    faults.add(
        RowMessage.NOTHING_LEARNS,
        declaration.type().place(),
        what,
        declaration.type().simpleName(),
        of,
        parameter);
  }
}
