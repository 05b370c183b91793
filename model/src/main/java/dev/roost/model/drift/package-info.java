/// Drift detectors and the monitor made of them: pure, bounded, without clock or chance.
///
/// The parts, from the inside out: [dev.roost.model.drift.MixtureShiryaevRoberts] watches one count
/// beside its expectation; [dev.roost.model.drift.CalibrationWatch] holds one a slice of readers,
/// each against its own learned baseline; [dev.roost.model.drift.CovariateWatch] compares features
/// day by day; [dev.roost.model.drift.SilenceWatch] notices what no longer arrives;
/// [dev.roost.model.drift.IncidentBook] makes incidents of alarms;
/// [dev.roost.model.drift.DriftWatch] is all of it, one call a window.
///
/// All detectors share one budget of false incidents: each is given the run length that makes the
/// rates sum to one in [dev.roost.model.drift.DriftSettings#falseIncidentEvery()].
@NullMarked
package dev.roost.model.drift;

import org.jspecify.annotations.NullMarked;
