/// Tests of the simulator on real actors.
@NullMarked
package dev.roost.api.port;

import org.jspecify.annotations.NullMarked;
