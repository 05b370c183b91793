/// The command line: one class for each subcommand, and the rules that all of them keep.
@NullMarked
package dev.roost.api.cli;

import org.jspecify.annotations.NullMarked;
