/// Whether this machine can run Roost, and how to mend it where it cannot.
@NullMarked
package dev.roost.api.doctor;

import org.jspecify.annotations.NullMarked;
