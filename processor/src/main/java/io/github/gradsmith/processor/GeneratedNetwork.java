package io.github.gradsmith.processor;

import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.kernel.code.Implementation;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/**
 * What is made of a network.
 *
 * @param plan what was decided
 * @param implementation the class made from it
 * @param sources that class and those beside it, as files
 */
record GeneratedNetwork(
    NetworkPlan plan, Implementation implementation, List<SourceFile> sources) {}
