/// Places of items and tastes of readers in one space, learned from engagement.
@NullMarked
package dev.roost.model.embed;

import org.jspecify.annotations.NullMarked;
