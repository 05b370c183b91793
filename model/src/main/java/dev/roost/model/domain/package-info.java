/// Values of the feed domain. No framework type appears in this module.
@NullMarked
package dev.roost.model.domain;

import org.jspecify.annotations.NullMarked;
