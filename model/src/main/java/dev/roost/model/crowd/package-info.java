/// What readers do with items, seen together: who reads what along with what, what is liked where,
/// and whom those follow whom one follows. Views, each with one writer and any number of readers.
@NullMarked
package dev.roost.model.crowd;

import org.jspecify.annotations.NullMarked;
