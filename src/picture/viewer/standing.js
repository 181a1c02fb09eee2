// standing.js - who is central: ranks of what is shown, and how they differ between two periods.
import { ask } from './asking.js';
import { name } from './network.js';

export const MEASURE_WORDS = {
  strength: 'Sum of ties',
  degree: 'Partners',
  events: 'Events',
  betweenness: 'Go-between',
  pagerank: 'PageRank',
};
export const measureWords = (page, measure) =>
  measure === 'strength' && page.weight === 'newman' ? 'Events with company' : MEASURE_WORDS[measure];
// These can be counted anew under a filter; the others hold for the whole network only.
export const counted = (measure) => ['strength', 'degree', 'events'].includes(measure);

export function valuesOf(level, answer, measure) {
  const given = level.raw.measures[measure];
  return counted(measure) && !(answer.whole && given) ? answer[measure] : given.value;
}

const steady = (value) => Number(value.toPrecision(6));

// [{node, value, rank}] of those shown, best first; equal values share a rank, 0 = none.
export function ranking(level, answer, measure) {
  const value = valuesOf(level, answer, measure);
  const rows = [];
  for (let node = 0; node < level.n; node++) {
    if (answer.shown[node]) rows.push({ node, value: value[node] === null ? NaN : steady(value[node]), rank: 0 });
  }
  const low = (row) => (Number.isNaN(row.value) ? -Infinity : row.value);
  rows.sort(
    (a, b) => low(b) - low(a) || name(level, a.node).localeCompare(name(level, b.node), 'en') || a.node - b.node,
  );
  rows.forEach((row, i) => {
    if (!Number.isNaN(row.value)) row.rank = i && rows[i - 1].value === row.value ? rows[i - 1].rank : i + 1;
  });
  return rows;
}

// Ranks in both periods, the largest change first; 0 = took no part in it. Only what can be counted anew.
export function comparePeriods(level, question, before, after, measure) {
  const sides = [before, after].map((side) => {
    const answer = ask(level, { ...question, from: side.from, to: side.to });
    return { answer, row: new Map(ranking(level, answer, measure).map((row) => [row.node, row])) };
  });
  const rows = [];
  for (let node = 0; node < level.n; node++) {
    const [a, b] = sides.map((side) => side.row.get(node));
    if (!a && !b) continue;
    rows.push({
      node,
      before: a ? a.rank : 0,
      after: b ? b.rank : 0,
      valueBefore: a ? a.value : 0,
      valueAfter: b ? b.value : 0,
      change: a && b ? a.rank - b.rank : 0,
      kind: !a ? 'new' : !b ? 'gone' : a.rank > b.rank ? 'up' : a.rank < b.rank ? 'down' : 'same',
    });
  }
  rows.sort(
    (a, b) =>
      Math.abs(b.change) - Math.abs(a.change) ||
      Math.max(b.valueAfter, b.valueBefore) - Math.max(a.valueAfter, a.valueBefore) ||
      a.node - b.node,
  );
  return { rows, nEvents: sides.map((side) => side.answer.nEvents) };
}
