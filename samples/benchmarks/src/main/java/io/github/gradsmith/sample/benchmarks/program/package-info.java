/** Programs of other languages: built and run where their tools are installed, else said absent. */
package io.github.gradsmith.sample.benchmarks.program;
