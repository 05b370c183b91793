/// Hashes whose values nobody outside the process can choose.
@NullMarked
package dev.roost.model.hash;

import org.jspecify.annotations.NullMarked;
