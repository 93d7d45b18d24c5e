/**
 * What generated code calls: argument checks, elementary functions, initial weights, weight files,
 * the search for the Vector API. Public because generated classes live in their users' packages;
 * applications have no need of it.
 */
package io.github.gradsmith.support;
