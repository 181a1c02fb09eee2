// saving.js - what is seen, as files: picture, ranking, ties.
import { ACTOR, EVENT, name } from './network.js';
import { sharedEvents } from './asking.js';
import { measureWords, ranking, valuesOf } from './standing.js';
import { csv } from './words.js';
import { svgPen } from './pen.js';
import { INKS, drawNetwork } from './drawing.js';
import { make } from './parts.js';

export function save(file, parts, type) {
  const url = URL.createObjectURL(parts instanceof Blob ? parts : new Blob([parts], { type }));
  const link = make('a', { href: url, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export function svgOf(scene, title) {
  const pen = svgPen(scene.width, scene.height, title, INKS[scene.theme].page);
  drawNetwork(pen, scene);
  return pen.end();
}

export function rankingRows(level, answer, by) {
  const measures = Object.keys(level.raw.measures),
    rank = ranking(level, answer, by),
    sure = answer.whole && level.raw.measures[by].sure;
  const value = measures.map((m) => valuesOf(level, answer, m)),
    interval = sure && sure.lo;
  return [
    [
      'rank',
      'name',
      'id',
      'type',
      ...measures.map((m) => measureWords(level.page, m)),
      ...(interval ? [`${by} low`, `${by} high`] : []),
    ],
    ...rank.map(({ node, rank: r }) => [
      r || '',
      level.actor[node][ACTOR.label],
      level.actor[node][ACTOR.id],
      level.actor[node][ACTOR.type],
      ...value.map((column) => column[node]),
      ...(interval ? [sure.lo[node], sure.hi[node]] : []),
    ]),
  ];
}

export function tieRows(level, answer) {
  return [
    ['a', 'b', 'weight', 'shared events', 'events'],
    ...answer.order
      .slice()
      .reverse()
      .map((t) => {
        const events = sharedEvents(level, answer, t);
        return [
          name(level, level.ties.a[t]),
          name(level, level.ties.b[t]),
          answer.weight[t],
          events.length,
          events.map((e) => level.event[e][EVENT.label]).join('; '),
        ];
      }),
  ];
}

export const saveTable = (file, rows) => save(file, csv(rows), 'text/csv');
