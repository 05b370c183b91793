/// Claims about images.
@NullMarked
package dev.roost.simulator.image;

import org.jspecify.annotations.NullMarked;
