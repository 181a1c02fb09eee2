// drawing.js - the network under a view: ties light first, then signs, then the labels that find room.
import { ACTOR, EVENT, TYPES, name, partners } from './network.js';
import { cellsOf } from './asking.js';
import { bendPoint, growth } from './space.js';
import { fontOf } from './pen.js';

const GROUPS = {
  light: ['#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#a0a0a0'],
  dark: ['#5b91c9', '#f0707f', '#39a04c', '#d3c24a', '#6fd0f0', '#c4519a', '#8a8f98'],
};
export const INKS = {
  light: { page: '#ffffff', text: '#1d2430', muted: '#5b6573', between: '#7c8896', faint: '#dfe3e8', mark: '#0b62a4' },
  dark: { page: '#14181f', text: '#eef1f5', muted: '#9aa6b5', between: '#8fa0b5', faint: '#2a313c', mark: '#6bb7f0' },
};
export const groupColour = (group, theme) => GROUPS[theme][group < 0 || group > 5 ? 6 : group];

export function colourOf(level, node, by, theme) {
  return groupColour(by === 'type' ? TYPES.indexOf(level.actor[node][ACTOR.type]) : level.raw.group[node], theme);
}

const MOST_TIES = 5000;
const MOST_LABELS = 160;
const STEPS = 7; // of widths: ties of one step and colour are one stroke

// What the drawing of one moment needs beside the pen: {level, answer, view, width, height, theme, by, node, tie, event,
// events (places of events, in two-mode), measure(text, font)}.
function tieList(scene) {
  const { level, answer, view, width, height } = scene,
    { raw, ties } = level;
  const out = [];
  for (let i = answer.order.length - 1; i >= 0 && out.length < MOST_TIES; i--) {
    const t = answer.order[i],
      a = ties.a[t],
      b = ties.b[t];
    const ax = raw.x[a] * view.k + view.x,
      ay = raw.y[a] * view.k + view.y;
    const bx = raw.x[b] * view.k + view.x,
      by = raw.y[b] * view.k + view.y;
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height))
      continue;
    if (scene.node >= 0 && a !== scene.node && b !== scene.node) continue;
    out.push([t, ax, ay, bx, by]);
  }
  return out.reverse();
}

function drawTies(pen, scene) {
  const { level, answer } = scene,
    { raw, ties } = level,
    ink = INKS[scene.theme];
  const list = tieList(scene),
    strokes = new Map();
  const crowd = scene.node >= 0 ? 1 : Math.max(0.3, Math.min(1, Math.sqrt(600 / (list.length + 1))));
  for (const [t, ax, ay, bx, by] of list) {
    const a = ties.a[t],
      share = Math.sqrt(answer.weight[t] / answer.heaviest);
    const step = Math.min(STEPS - 1, Math.floor(share * STEPS));
    const own =
      scene.by === 'type'
        ? level.actor[a][ACTOR.type] === level.actor[ties.b[t]][ACTOR.type]
        : raw.group[a] === raw.group[ties.b[t]];
    const colour = own && raw.group[a] >= 0 ? colourOf(level, a, scene.by, scene.theme) : ink.between;
    const key = `${step}${colour}`;
    if (!strokes.has(key)) strokes.set(key, { step, colour, arc: [] });
    strokes.get(key).arc.push(ax, ay, ...bendPoint(ax, ay, bx, by), bx, by);
  }
  const thin = Math.min(1, Math.max(0.45, scene.view.k));
  for (const { step, colour, arc } of [...strokes.values()].sort((p, q) => p.step - q.step)) {
    const share = (step + 0.5) / STEPS;
    pen.arcs(arc, colour, (0.5 + 4.5 * share) * thin, (0.25 + 0.5 * share) * crowd);
  }
  if (scene.tie >= 0) {
    const a = ties.a[scene.tie],
      b = ties.b[scene.tie],
      { view } = scene;
    const ax = raw.x[a] * view.k + view.x,
      ay = raw.y[a] * view.k + view.y,
      bx = raw.x[b] * view.k + view.x,
      by = raw.y[b] * view.k + view.y;
    pen.arcs([ax, ay, ...bendPoint(ax, ay, bx, by), bx, by], ink.mark, 3.5, 1);
  }
  return list.length;
}

// Who took part in what, as thin lines; in two-mode only.
function drawParticipations(pen, scene) {
  const { level, answer, view, events } = scene,
    { raw, cell } = level;
  const arc = [],
    chosen = [];
  for (let c = 0; c < cell.n; c++) {
    const node = cell.node[c],
      e = cell.event[c];
    if (!answer.keepCell[c] || node < 0 || !answer.shown[node] || !events.placed[e]) continue;
    const ax = raw.x[node] * view.k + view.x,
      ay = raw.y[node] * view.k + view.y;
    const bx = events.x[e] * view.k + view.x,
      by = events.y[e] * view.k + view.y;
    const list = node === scene.node || e === scene.event ? chosen : arc;
    if (list.length < 6 * 2 * MOST_TIES) list.push(ax, ay, (ax + bx) / 2, (ay + by) / 2, bx, by);
  }
  const busy = scene.node >= 0 || scene.event >= 0;
  pen.arcs(arc, INKS[scene.theme].between, 0.8, busy ? 0.1 : 0.55);
  pen.arcs(chosen, INKS[scene.theme].mark, 1.4, 0.9);
}

// Actors that stay bright while something is chosen; null = all.
export function brightNodes(scene) {
  const { level, answer } = scene;
  if (scene.event >= 0) {
    return new Set(cellsOf(level, answer, scene.event).map((c) => level.cell.node[c]));
  }
  if (scene.node < 0) return null;
  return new Set([
    scene.node,
    ...partners(level, scene.node)
      .filter(([t]) => answer.weight[t])
      .map(([, other]) => other),
  ]);
}

function drawSigns(pen, scene, bright) {
  const { level, answer, view, width, height, events } = scene,
    { raw } = level,
    ink = INKS[scene.theme],
    grow = growth(view.k);
  const seen = [];
  if (events) {
    for (let e = 0; e < level.nEvents; e++) {
      if (!events.placed[e] || !answer.keepEvent[e]) continue;
      const on = scene.event === e;
      pen.sign(
        'event',
        events.x[e] * view.k + view.x,
        events.y[e] * view.k + view.y,
        Math.max(2, events.radius[e] * grow * 0.8),
        ink.page,
        on ? ink.mark : ink.between,
        on ? 4 : 2,
      );
    }
  }
  for (let i = 0; i < level.n; i++) {
    if (!answer.shown[i]) continue;
    const x = raw.x[i] * view.k + view.x,
      y = raw.y[i] * view.k + view.y,
      r = Math.max(2, raw.radius[i] * grow);
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    seen.push([i, x, y, r]);
  }
  seen.sort((p, q) => q[3] - p[3] || p[0] - q[0]); // small ones on top
  for (const [i, x, y, r] of seen) {
    const dim = bright && !bright.has(i);
    pen.sign(
      level.actor[i][ACTOR.type],
      x,
      y,
      r,
      dim ? ink.faint : colourOf(level, i, scene.by, scene.theme),
      ink.page,
      1.2,
    );
  }
  for (const [i, x, y, r] of seen) {
    if (i === scene.node) pen.sign(level.actor[i][ACTOR.type], x, y, r + 3, 'transparent', ink.mark, 2.5);
  }
  return seen;
}

const cut = (text) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

// A name on one line where it is short, else on the two that are most alike in length.
export function labelLines(text) {
  let at = -1;
  for (let i = text.indexOf(' '); i >= 0 && text.length > 18; i = text.indexOf(' ', i + 1)) {
    if (at < 0 || Math.abs(i - text.length / 2) < Math.abs(at - text.length / 2)) at = i;
  }
  return at < 0 ? [cut(text)] : [cut(text.slice(0, at)), cut(text.slice(at + 1))];
}

function drawLabels(pen, scene, bright, seen) {
  const { level, view, events } = scene,
    ink = INKS[scene.theme],
    grow = growth(view.k);
  const taken =
    seen.length > 600
      ? []
      : seen
          .filter(([i]) => !bright || bright.has(i))
          .map(([i, x, y, r]) => [x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8, i]);
  const want = seen
    .filter(([i]) => !bright || bright.has(i))
    .map(([i, x, y, r]) => {
      const own = level.raw.font[i],
        must = i === scene.node;
      return {
        lines: labelLines(name(level, i)),
        i,
        x,
        y,
        r,
        size: Math.min(24, Math.max(must ? 13 : 10.5, (own || 10) * grow)),
        bold: must || own >= 17,
        must,
        rank: must ? 1e9 : own * 1e3 + r,
      };
    });
  if (events && scene.event >= 0) {
    const e = scene.event;
    want.push({
      lines: labelLines(level.event[e][EVENT.label]),
      i: -1,
      x: events.x[e] * view.k + view.x,
      y: events.y[e] * view.k + view.y,
      r: events.radius[e] * grow,
      size: 12,
      bold: true,
      must: true,
      rank: 2e9,
    });
  }
  want.sort((p, q) => q.rank - p.rank || p.i - q.i);
  let n = 0;
  for (const label of want) {
    if (n >= MOST_LABELS) break;
    const w = Math.max(...label.lines.map((line) => scene.measure(line, fontOf(label.size, label.bold)))) / 2 + 2;
    const y = label.y + label.r + label.size * 1.05;
    const box = [label.x - w, y - label.size, label.x + w, y + label.size * (label.lines.length * 1.15 - 0.85), label.i];
    if (
      !label.must &&
      taken.some((t) => t[4] !== label.i && t[0] < box[2] && t[2] > box[0] && t[1] < box[3] && t[3] > box[1])
    )
      continue;
    taken.push(box);
    label.lines.forEach((line, i) =>
      pen.text(line, label.x, y + i * label.size * 1.15, label.size, label.bold, ink.text, ink.page),
    );
    n += 1;
  }
}

// Returns how many ties are drawn.
export function drawNetwork(pen, scene) {
  const bright = brightNodes(scene);
  let n = 0;
  if (scene.events) drawParticipations(pen, scene);
  else n = drawTies(pen, scene);
  drawLabels(pen, scene, bright, drawSigns(pen, scene, bright));
  return n;
}
