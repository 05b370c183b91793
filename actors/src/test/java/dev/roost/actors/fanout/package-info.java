/// Tests.
@NullMarked
package dev.roost.actors.fanout;

import org.jspecify.annotations.NullMarked;
