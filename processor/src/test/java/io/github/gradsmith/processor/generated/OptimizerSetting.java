package io.github.gradsmith.processor.generated;

import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.OptimizerChoice.Adagrad;
import io.github.gradsmith.processor.model.OptimizerChoice.Adam;
import io.github.gradsmith.processor.model.OptimizerChoice.AdamW;
import io.github.gradsmith.processor.model.OptimizerChoice.RmsProp;
import io.github.gradsmith.processor.model.OptimizerChoice.Sgd;
import io.github.gradsmith.processor.optimizer.Optimizers;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An optimizer with hyper-parameters that is tested wherever optimizers are; a new kind has none
 * until it stands here, and then {@link OptimizersTest} fails.
 *
 * @param choice what the model holds
 * @param rate a learning rate at which a small network learns and does not swing: where it does,
 *     rounding errors grow a millionfold and more, and nothing can be compared
 */
record OptimizerSetting(OptimizerChoice choice, double rate) {
  /** By a name that can be part of an identifier. */
  static final Map<String, OptimizerSetting> ALL = new LinkedHashMap<>();

  static {
    add(new Sgd(0, false, 0), 0.1);
    add(new Sgd(0.9, false, 0), 0.02);
    add(new Sgd(0.8, true, 0), 0.02);
    add(new Sgd(0, false, 0.01), 0.1);
    add(new Sgd(0.7, true, 0.02), 0.05);
    add(new RmsProp(0.99, 1e-8), 0.001);
    add(new RmsProp(0.5, 1e-3), 0.003);
    add(new Adam(0.9, 0.999, 1e-8), 0.01);
    add(new Adam(0.5, 0.75, 1e-4), 0.003);
    add(new Adam(0, 0.9, 1e-2), 0.005);
    add(new AdamW(0.9, 0.999, 1e-8, 0.01), 0.01);
    add(new AdamW(0.8, 0.99, 1e-6, 0.5), 0.01);
    add(new AdamW(0.9, 0.999, 1e-8, 0), 0.01);
    add(new Adagrad(1e-10), 0.02);
    add(new Adagrad(0.5), 0.05);
  }

  private static void add(OptimizerChoice choice, double rate) {
    String kind = choice.getClass().getSimpleName();
    long before = ALL.keySet().stream().filter(name -> name.matches(kind + "[0-9]+")).count();
    ALL.put(kind + before, new OptimizerSetting(choice, rate));
  }

  static List<String> names() {
    return new ArrayList<>(ALL.keySet());
  }

  /** One for each kind of rule and what it keeps: what else they set are numbers in its formula. */
  static List<String> namesOfKinds() {
    Set<List<?>> seen = new HashSet<>();
    return names().stream()
        .filter(
            name -> {
              UpdateRule rule = Optimizers.of(of(name).choice());
              return seen.add(List.of(rule.name(), rule.slots()));
            })
        .toList();
  }

  static OptimizerSetting of(String name) {
    return ALL.get(name);
  }

  /** Whether anything is kept from step to step. */
  boolean keepsState() {
    return !(choice instanceof Sgd sgd) || sgd.momentum() != 0;
  }

  /** The annotation, whose attributes are the components of the choice. */
  String annotation() {
    String kind = choice.getClass().getSimpleName();
    return Arrays.stream(choice.getClass().getRecordComponents())
        .map(component -> component.getName() + " = " + value(component))
        .collect(Collectors.joining(", ", "@" + kind + "(", ")"));
  }

  private Object value(RecordComponent component) {
    try {
      return component.getAccessor().invoke(choice);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
