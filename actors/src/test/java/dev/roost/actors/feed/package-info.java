/// Tests of feeds on request.
@NullMarked
package dev.roost.actors.feed;

import org.jspecify.annotations.NullMarked;
