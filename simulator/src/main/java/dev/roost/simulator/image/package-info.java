/// Images of running worlds: graphs of objects as bytes, and files that hold them.
@NullMarked
package dev.roost.simulator.image;

import org.jspecify.annotations.NullMarked;
