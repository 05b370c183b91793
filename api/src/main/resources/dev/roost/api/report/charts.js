// Charts: drawn as SVG, redrawn when the colours change, resized with the page, each with its numbers in words.
const drawn = [];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function chart(id, title, caption, height, option, numbers) {
  const canvas = el("div", {class: "chart", id, role: "img", "aria-label": `${title}. ${caption}`, style: `height:${height}px`});
  const parts = [title ? el("h3", {}, title) : "", canvas, el("figcaption", {}, caption), numbers];
  drawn.push({canvas, option});
  return el("figure", {}, ...parts);
}

function draw() {
  for (const each of drawn) {
    if (!each.chart) {
      each.chart = echarts.init(each.canvas, null, {renderer: "svg"});
      new ResizeObserver(() => each.chart.resize()).observe(each.canvas);
    }
    each.chart.setOption(each.option(), true);
  }
}

const text = () => ({color: css("--text"), fontFamily: "system-ui, sans-serif"});
const axis = (more) => ({
  axisLine: {lineStyle: {color: css("--line")}},
  axisLabel: {color: css("--soft"), hideOverlap: true},
  splitLine: {lineStyle: {color: css("--line"), opacity: 0.6}},
  nameTextStyle: {color: css("--soft")},
  ...more,
});
const base = (digits, unit) => ({
  animation: false, textStyle: text(), aria: {enabled: false},
  tooltip: {
    trigger: "axis", confine: true, backgroundColor: css("--card"), borderColor: css("--line"), textStyle: text(),
    valueFormatter: (value) => number(Array.isArray(value) ? value[1] : value, digits) + unit,
  },
});

function markLines(list) {
  return {
    symbol: "none", silent: true, animation: false,
    lineStyle: {color: css("--accent"), width: 1.5, type: "solid"},
    data: list.map((each, index) => ({
      xAxis: each.at,
      label: {formatter: each.label, color: css("--accent"), fontWeight: "bold", offset: [0, -13 * index]},
    })),
  };
}

function band(half, from) {
  return half > 0
    ? {silent: true, itemStyle: {color: css("--band")},
      data: [[{coord: [from, -half]}, {coord: [report.simulatedDays, half]}]]}
    : undefined;
}

function lines({series, list, digits, unit, half, range}) {
  const from = list.length ? list[0].at : 0;
  return {
    ...base(digits, unit),
    legend: {bottom: 0, textStyle: text(), itemWidth: 22, icon: "roundRect", itemHeight: 3},
    grid: {left: 8, right: 14, top: 20 + 13 * Math.max(0, list.length - 1), bottom: 44, containLabel: true},
    xAxis: axis({type: "value", min: 0, max: report.simulatedDays, minInterval: 1, name: "day", nameLocation: "middle", nameGap: 22,
      splitLine: {show: false}}),
    yAxis: axis({type: "value", scale: half === undefined, axisLabel: {color: css("--soft"), formatter: (value) => value + unit}, ...range}),
    series: series.map((each, index) => ({
      type: "line", name: each.name, data: each.data, symbol: "circle", symbolSize: 5,
      itemStyle: {color: css(each.colour)}, lineStyle: {color: css(each.colour), width: 2.5, type: each.type},
      markLine: index === 0 ? markLines(list) : undefined,
      markArea: index === 0 ? band(half, from) : undefined,
    })),
  };
}

function bars(rankers) {
  return {
    ...base(1, ""),
    grid: {left: 8, right: 24, top: 8, bottom: 28, containLabel: true},
    xAxis: axis({type: "value", name: "chronological 0, oracle 100", nameLocation: "middle", nameGap: 24}),
    yAxis: axis({type: "category", data: rankers.map((each) => `${each.name} ${number(each.value)}`), axisLabel: {color: css("--text")}, splitLine: {show: false}}),
    series: [{
      type: "bar", barMaxWidth: 20,
      data: rankers.map((each) => ({
        value: each.value, itemStyle: {color: css(each.name === "served" ? "--main" : "--placebo")},
      })),
      markLine: {
        symbol: "none", silent: true, animation: false, label: {show: false},
        lineStyle: {color: css("--text"), width: 2, type: "solid"},
        data: rankers.map((each, index) => ({...each, index})).filter((each) => each.interval)
          .map((each) => each.interval.map((end) => ({coord: [end, each.index]}))),
      },
    }],
  };
}

// The numbers of lines as a table, folded away.
function numbersOf(caption, series, digits) {
  const all = [...new Set(series.flatMap((each) => each.data.map(([x]) => x)))].sort((a, b) => a - b);
  const at = series.map((each) => new Map(each.data));
  return el("details", {}, el("summary", {}, "The numbers"),
    table(caption, ["Day", ...series.map((each) => each.name + "#")],
      all.map((x) => [String(Math.floor(x)), ...at.map((column) => number(column.get(x), digits))])));
}
