/** Runs compilers and build tools with the jars as they are delivered. */
package io.github.gradsmith.builds;
