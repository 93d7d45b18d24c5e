package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.machine.MachineForm;
import java.util.Optional;

/**
 * The form that generated code has of a formula.
 *
 * @param form the first that is right at all points, or else at most of them
 * @param deviation where it is wrong, if anywhere
 */
public record Chosen(MachineForm form, Optional<Deviation> deviation) {}
