package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Records that methods name fit each other and the layers. */
public final class RowsFit implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return RowJudge.of(network).faults();
  }
}
