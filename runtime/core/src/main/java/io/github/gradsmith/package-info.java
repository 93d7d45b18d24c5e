/**
 * What a user of Gradsmith names: the annotation with its kinds, the interfaces of networks, and
 * what prepares data and checks gradients. Nothing here knows how networks are generated.
 */
package io.github.gradsmith;
