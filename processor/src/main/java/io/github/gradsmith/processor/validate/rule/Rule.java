package io.github.gradsmith.processor.validate.rule;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import java.util.List;

/** Something that must hold of a network. Rules do not rely on one another. */
public interface Rule {
  /** Where it does not hold, in the order of the source; empty if it holds or does not apply. */
  List<Fault> faults(ResolvedNetwork network);
}
