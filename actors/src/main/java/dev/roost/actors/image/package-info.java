/// The image of a node between two phases: what its actors know, apart from how they reach others.
@NullMarked
package dev.roost.actors.image;

import org.jspecify.annotations.NullMarked;
