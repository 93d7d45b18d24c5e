package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.model.NetworkModel;
import java.util.Optional;

/**
 * What came of a declaration.
 *
 * @param report all its faults
 * @param model the network, unless the report has errors
 */
public record Verdict(Report report, Optional<NetworkModel> model) {}
