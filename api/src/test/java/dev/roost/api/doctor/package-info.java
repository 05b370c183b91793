/// Sick machines, shown to the doctor.
@NullMarked
package dev.roost.api.doctor;

import org.jspecify.annotations.NullMarked;
