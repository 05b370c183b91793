/// Tests of learning from what was served.
@NullMarked
package dev.roost.actors.learn;

import org.jspecify.annotations.NullMarked;
