/** Dense layers in the plan, in generated code, and on the page that derives their formulas. */
package io.github.gradsmith.processor.kernel.lowering.dense;
