/// Tests.
@NullMarked
package dev.roost.actors;

import org.jspecify.annotations.NullMarked;
