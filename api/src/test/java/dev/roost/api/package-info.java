/// What must hold for the program as a whole: its layers, its class path, its papers.
@NullMarked
package dev.roost.api;

import org.jspecify.annotations.NullMarked;
