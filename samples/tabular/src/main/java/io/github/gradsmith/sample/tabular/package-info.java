/** From the rows of a CSV file to a network that answers requests, with a report between. */
package io.github.gradsmith.sample.tabular;
