// What the charts show, computed from the days of each world.
const days = (world, slice) =>
  (report.byDay.find((each) => each.world === world && each.slice === slice) || {days: []}).days;
const worldNames = new Set(report.worlds.map((each) => each.name));
const hasTwins = worldNames.has("clean");
const injected = report.drift.injected[0];
const sliceNames = [...new Set(report.byDay.map((each) => each.slice))];
const affectedSlice = sliceNames.find((name) => name !== "all" && name !== "rest");

// Days stand at their noon, so that marks within a day fall where they belong.
const points = (list, value) =>
  list.map((each) => [each.day + 0.5, value(each)]).filter(([, y]) => known(y));

// Difference to the clean twin on the same day, in percent of it.
function apart(world, slice) {
  const clean = new Map(days("clean", slice).map((each) => [each.day, each.value]));
  return points(days(world, slice), (each) => {
    const other = clean.get(each.day);
    return other > 0 ? 100 * (each.value - other) / other : NaN;
  });
}

// How far two clean worlds part by chance alone on a day, in percent: the largest difference seen.
const chance = (slice) => Math.max(0, ...apart("placebo", slice).map(([, y]) => Math.abs(y)));

const LINES = [
  ["main", "as it went", "--main", "solid"],
  ["frozen", "model frozen at the onset", "--frozen", "dashed"],
];

function timelineSeries(slice) {
  if (!hasTwins) {
    return [{name: "as it went", colour: "--main", type: "solid", data: points(days("main", slice), (each) => each.valuePerFeed)}];
  }
  return LINES.filter(([world]) => worldNames.has(world)).map(([world, name, colour, type]) =>
    ({name, colour, type, data: apart(world, slice)}));
}

const SCALES = [["all", "all readers", "--main", "solid"], [affectedSlice, affectedSlice, "--frozen", "solid"],
  ["rest", "the rest", "--clean", "dashed"]];

function scaleSeries() {
  return SCALES.filter(([slice]) => slice && days("main", slice).length).map(([slice, name, colour, type]) =>
    ({name, colour, type, data: points(days("main", slice), (each) => each.scale)}));
}

// Numbered marks of the main world: onsets, the incident, the model that followed.
function marks() {
  const found = report.verdict.detection;
  const loop = report.verdict.loop;
  return [
    ...report.drift.injected.map((each) => [each.onset, `${each.kind} begins`]),
    ...(found ? [[found.opened, `incident ${found.incident} opened`]] : []),
    ...(loop ? [[loop.installed, `model ${loop.version} installed`]] : []),
  ].map(([at, text], index) => ({at: dayOf(at), label: String(index + 1), text: `${text}, ${when(at)}`}));
}

function rankersOnScale() {
  return Object.entries(report.quality)
    .map(([name, of]) => ({name, value: of.scale, interval: of.scaleInterval}))
    .filter((each) => known(each.value))
    .sort((a, b) => a.value - b.value);
}
