/// Tests of the rules by which models come and go.
@NullMarked
package dev.roost.model.registry;

import org.jspecify.annotations.NullMarked;
