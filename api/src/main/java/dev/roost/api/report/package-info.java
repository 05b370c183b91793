/// Reports for people and for programs: `report.html`, `report.json`.
@NullMarked
package dev.roost.api.report;

import org.jspecify.annotations.NullMarked;
