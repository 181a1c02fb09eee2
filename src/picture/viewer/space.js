// space.js - places and times as numbers: what fits on the screen, who is under the pointer, stretches of time.
import { EVENT } from './network.js';
import { cellsOf } from './asking.js';

// A view maps x to x * k + view.x.
export function fitView(box, width, height, margin) {
  const k = Math.min(
    (width - 2 * margin) / Math.max(1, box.right - box.left),
    (height - 2 * margin) / Math.max(1, box.bottom - box.top),
    2.5,
  );
  return { k, x: width / 2 - ((box.left + box.right) / 2) * k, y: height / 2 - ((box.top + box.bottom) / 2) * k };
}

export function zoomView(view, factor, x, y) {
  const k = Math.min(40, Math.max(0.02, view.k * factor)),
    f = k / view.k;
  return { k, x: x - (x - view.x) * f, y: y - (y - view.y) * f };
}

// Circles and labels shrink with the picture, but grow more slowly.
export const growth = (k) => (k < 1 ? k : Math.sqrt(k));

export const BEND = 0.1;
export const bendPoint = (ax, ay, bx, by) => [(ax + bx) / 2 - (by - ay) * BEND, (ay + by) / 2 + (bx - ax) * BEND];

// How far a point is from an arc, by eight of its chords.
export function arcDistance(x, y, ax, ay, bx, by) {
  const [cx, cy] = bendPoint(ax, ay, bx, by);
  let best = Infinity,
    px = ax,
    py = ay;
  for (let i = 1; i <= 8; i++) {
    const t = i / 8,
      s = 1 - t;
    const qx = s * s * ax + 2 * s * t * cx + t * t * bx,
      qy = s * s * ay + 2 * s * t * cy + t * t * by;
    const dx = qx - px,
      dy = qy - py;
    const u = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(x - px - u * dx, y - py - u * dy));
    px = qx;
    py = qy;
  }
  return best;
}

// Points found by place: squares of a grid.
export function makeGrid(n, x, y, keep, size) {
  const squares = new Map();
  const key = (column, row) => column * 1e6 + row;
  for (let i = 0; i < n; i++) {
    if (!keep(i)) continue;
    const at = key(Math.floor(x[i] / size), Math.floor(y[i] / size));
    if (squares.has(at)) squares.get(at).push(i);
    else squares.set(at, [i]);
  }
  return (px, py, reach, visit) => {
    for (let c = Math.floor((px - reach) / size); c <= Math.floor((px + reach) / size); c++) {
      for (let r = Math.floor((py - reach) / size); r <= Math.floor((py + reach) / size); r++) {
        for (const i of squares.get(key(c, r)) || []) visit(i);
      }
    }
  };
}

// Where events stand among actors that stay: amid those who took part, pushed apart.
export function placeEvents(level, answer) {
  const { raw, cell } = level;
  const x = new Float64Array(level.nEvents),
    y = new Float64Array(level.nEvents),
    radius = new Float64Array(level.nEvents);
  const placed = new Uint8Array(level.nEvents);
  for (let e = 0; e < level.nEvents; e++) {
    let n = 0;
    for (const c of cellsOf(level, answer, e)) {
      const node = cell.node[c];
      if (node < 0 || !answer.shown[node]) continue;
      x[e] += raw.x[node];
      y[e] += raw.y[node];
      n += 1;
    }
    if (!n) continue;
    placed[e] = 1;
    radius[e] = 4 + Math.sqrt(n) * 1.5;
    x[e] = x[e] / n + Math.cos(e * 2.4) * 6; // the golden angle: no two in one place
    y[e] = y[e] / n + Math.sin(e * 2.4) * 6;
  }
  const all = level.n + level.nEvents;
  const px = Float64Array.from([...raw.x, ...x]),
    py = Float64Array.from([...raw.y, ...y]),
    pr = Float64Array.from([...raw.radius, ...radius]);
  const keep = (i) => (i < level.n ? answer.shown[i] : placed[i - level.n]);
  const rounds = all > 4000 ? 6 : 40;
  for (let round = 0; round < rounds; round++) {
    const near = makeGrid(all, px, py, keep, 60);
    for (let i = level.n; i < all; i++) {
      if (!keep(i)) continue;
      near(px[i], py[i], pr[i] + 44, (j) => {
        const room = pr[i] + pr[j] + 5,
          dx = px[i] - px[j],
          dy = py[i] - py[j],
          d = Math.hypot(dx, dy) || 0.1;
        if (i === j || d >= room) return;
        px[i] += (dx / d) * (room - d) * 0.6;
        py[i] += (dy / d) * (room - d) * 0.6;
      });
    }
  }
  return { x: px.slice(level.n), y: py.slice(level.n), radius, placed };
}

// ---- time ----

const DAY = 86400000;
export function dayNumber(year, month = 1, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}
const yearMonth = (day) => {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const UNITS = [1, 3, 12, 60, 120, 600, 1200]; // months

// Stretches of equal length that hold all dated events, at most 90: {label, from, to (days), n}.
export function timeBins(events) {
  const dated = events.filter((event) => event[EVENT.earliest] !== null);
  if (!dated.length) return [];
  const first = yearMonth(Math.min(...dated.map((event) => event[EVENT.earliest])));
  const last = yearMonth(
    Math.max(...dated.map((event) => Math.max(event[EVENT.latest] ?? -1e9, event[EVENT.earliest]))),
  );
  const unit = UNITS.find((u) => Math.floor(last / u) - Math.floor(first / u) < (u < 12 ? 40 : 90)) || 12000;
  const bins = [];
  for (let i = Math.floor(first / unit); i <= Math.floor(last / unit); i++) {
    const at = (months) => dayNumber(Math.floor(months / 12), (months % 12) + 1);
    const year = Math.floor((i * unit) / 12),
      month = ((i * unit) % 12) + 1;
    const label =
      unit === 1
        ? `${year}-${String(month).padStart(2, '0')}`
        : unit === 3
          ? `${year}-Q${(month + 2) / 3}`
          : unit === 12
            ? String(year)
            : `${year}–${year + unit / 12 - 1}`;
    bins.push({ label, from: at(i * unit), to: at((i + 1) * unit) - 1, n: 0 });
  }
  return bins;
}

// Events that begin in each stretch, of those that keep lets through.
export function countBins(bins, events, keep) {
  const n = new Array(bins.length).fill(0);
  events.forEach((event, e) => {
    if (event[EVENT.earliest] === null || !keep(e) || !bins.length) return;
    const i = bins.findIndex((bin) => event[EVENT.earliest] <= bin.to);
    n[i < 0 ? bins.length - 1 : i] += 1;
  });
  return n;
}
