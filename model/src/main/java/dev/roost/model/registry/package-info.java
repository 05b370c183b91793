/// The life of model versions: what is known of each, and the declared rules by which a challenger
/// is tried, promoted, refused or rolled back. Pure decisions on evidence that is given.
@NullMarked
package dev.roost.model.registry;

import org.jspecify.annotations.NullMarked;
