/// A serving node: the actors on their journal, and HTTP before them.
@NullMarked
package dev.roost.api.serve;

import org.jspecify.annotations.NullMarked;
