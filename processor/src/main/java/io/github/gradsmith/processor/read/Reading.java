package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.Optional;

/**
 * What came of reading a type.
 *
 * @param declaration as written, unless it names something that the compiler does not know
 * @param mayFollow whether a later round may know it
 */
public record Reading(Optional<NetworkDeclaration> declaration, boolean mayFollow) {}
