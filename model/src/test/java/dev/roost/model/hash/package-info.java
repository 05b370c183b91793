/// Tests of keyed hashes.
@NullMarked
package dev.roost.model.hash;

import org.jspecify.annotations.NullMarked;
