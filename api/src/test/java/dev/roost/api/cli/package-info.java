/// The command line as a user meets it.
@NullMarked
package dev.roost.api.cli;

import org.jspecify.annotations.NullMarked;
