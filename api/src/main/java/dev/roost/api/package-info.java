/// The way in from the command line: what runs, and what is plugged into it.
@NullMarked
package dev.roost.api;

import org.jspecify.annotations.NullMarked;
