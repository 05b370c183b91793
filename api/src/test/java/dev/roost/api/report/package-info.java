/// Reports, rendered from a sample and looked at in a browser.
@NullMarked
package dev.roost.api.report;

import org.jspecify.annotations.NullMarked;
