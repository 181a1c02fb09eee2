// space.test.mjs - places, times, addresses and drawings.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  arcDistance,
  bendPoint,
  countBins,
  dayNumber,
  fitView,
  growth,
  makeGrid,
  placeEvents,
  timeBins,
  zoomView,
} from '../../src/picture/viewer/space.js';
import { readAddress, writeAddress } from '../../src/picture/viewer/address.js';
import { drawNetwork, labelLines } from '../../src/picture/viewer/drawing.js';
import { svgPen } from '../../src/picture/viewer/pen.js';
import { openLevel } from '../../src/picture/viewer/network.js';
import { anything, ask } from '../../src/picture/viewer/asking.js';
import { rankingRows, tieRows } from '../../src/picture/viewer/saving.js';
import { sentencesOf, howWords } from '../../src/picture/viewer/panel.js';
import { page } from './sample.mjs';

test('a picture fits, one actor is not blown up', () => {
  const view = fitView({ left: 0, right: 100, top: 0, bottom: 50 }, 220, 400, 10);
  assert.equal(view.k, 2);
  assert.equal(view.x, 10);
  assert.equal(fitView({ left: 5, right: 5, top: 5, bottom: 5 }, 200, 200, 10).k, 2.5);
});

test('zooming keeps the place under the pointer', () => {
  const view = zoomView({ k: 1, x: 10, y: 20 }, 2, 100, 100);
  assert.deepEqual(view, { k: 2, x: -80, y: -60 });
  assert.equal(zoomView({ k: 40, x: 0, y: 0 }, 9, 0, 0).k, 40);
  assert.equal(growth(4), 2);
  assert.equal(growth(0.5), 0.5);
});

test('the grid finds what is near', () => {
  const near = makeGrid(3, [0, 95, -500], [0, 0, 0], () => true, 50),
    seen = [];
  near(90, 0, 20, (i) => seen.push(i));
  assert.ok(seen.includes(1) && !seen.includes(2));
});

test('distance to an arc', () => {
  const [cx, cy] = bendPoint(0, 0, 100, 0);
  assert.deepEqual([cx, cy], [50, 10]);
  assert.ok(arcDistance(50, 5, 0, 0, 100, 0) < 0.2);
  assert.ok(arcDistance(50, 60, 0, 0, 100, 0) > 50);
  assert.ok(arcDistance(3, 4, 0, 0, 0, 0) === 5);
});

test('stretches of time hold every dated event', () => {
  assert.equal(dayNumber(1970), 0);
  assert.equal(dayNumber(2000, 3, 1), 11017);
  assert.ok(dayNumber(99) < dayNumber(100));
  const { events } = page(),
    bins = timeBins(events);
  assert.ok(bins.length <= 90);
  assert.equal(bins[0].label, '2015-Q1');
  assert.equal(bins[bins.length - 1].label, '2021-Q2');
  for (let i = 1; i < bins.length; i++) assert.equal(bins[i].from, bins[i - 1].to + 1);
  assert.equal(
    countBins(bins, events, () => true).reduce((a, b) => a + b),
    2,
  );
  assert.deepEqual(timeBins([events[2]]), []);
  const long = timeBins([
    ['', '', dayNumber(987), dayNumber(987)],
    ['', '', dayNumber(1950), dayNumber(1950)],
  ]);
  assert.ok(long.length <= 90 && long.length > 5);
});

test('events stand apart', () => {
  const level = openLevel(page(), 0),
    at = placeEvents(level, ask(level, anything()));
  assert.deepEqual([...at.placed], [1, 1, 1]);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < i; j++) assert.ok(Math.hypot(at.x[i] - at.x[j], at.y[i] - at.y[j]) > 5);
});

const start = {
  level: 'country',
  colour: 'group',
  by: 'strength',
  theme: '',
  role: '',
  kind: '',
  from: '',
  to: '',
  actor: '',
  with: '',
  event: '',
  before: '',
  after: '',
};
test('what an address says is read back', () => {
  const state = {
    ...start,
    level: 'all',
    actor: 'nguyễn & co',
    from: '2015-Q1',
    least: 0.5,
    hidden: new Set(['official', 'agency']),
    two: true,
  };
  assert.deepEqual(readAddress(`#${writeAddress(state, start)}`, start), state);
  assert.equal(writeAddress({ ...start, hidden: new Set(), least: 0, two: false }, start), '');
});
test('nonsense in an address is passed over', () => {
  const state = readAddress('#least=-3&colour=pink&theme=x&hide=&%E0%A4%A&__proto__=1', start);
  assert.equal(state.least, 0);
  assert.equal(state.colour, 'group');
  assert.equal(state.theme, '');
  assert.equal(state.hidden.size, 0);
});

const sceneOf = (level, more) => ({
  level,
  answer: ask(level, anything()),
  view: { k: 1, x: 50, y: 50 },
  width: 300,
  height: 300,
  theme: 'light',
  by: 'group',
  node: -1,
  tie: -1,
  event: -1,
  events: null,
  measure: (text) => text.length * 6,
  ...more,
});
test('a saved picture is well formed and shows what is seen', () => {
  const given = page();
  given.actors[0][0] = '</text><script>alert("x")</script>';
  const level = openLevel(given, 0),
    pen = svgPen(300, 300, 'A & B', '#fff');
  assert.equal(drawNetwork(pen, sceneOf(level)), 4);
  const svg = pen.end();
  assert.ok(!svg.includes('<script') && svg.includes('A &amp; B') && svg.includes('>B</text>'));
  const chosen = svgPen(300, 300, '', '#fff');
  assert.equal(drawNetwork(chosen, sceneOf(level, { node: 3, tie: 2 })), 1);
  const two = svgPen(300, 300, '', '#fff');
  drawNetwork(two, sceneOf(level, { events: placeEvents(level, ask(level, anything())) }));
  assert.equal(two.end().match(/<circle/g).length, 6);
});

test('tables', () => {
  const level = openLevel(page(), 0),
    answer = ask(level, anything());
  assert.deepEqual(rankingRows(level, answer, 'degree')[1].slice(0, 4), [1, 'A', 'a', 'country']);
  assert.deepEqual(tieRows(level, answer)[1], ['A', 'B', 1.5, 2, 'Talk; Drill']);
});

test('sentences come once, those that name both first', () => {
  const level = openLevel(page(), 0);
  const { list, more } = sentencesOf(level, [2, 4]);
  assert.deepEqual(list, [{ sentence: 1, marks: [0, 1, 4, 7], of: new Set([0, 1]) }]);
  assert.equal(more, 2);
  assert.equal(howWords(level.page, [4, 0, 2], 2), 'represented by Eve, speaker');
  assert.equal(howWords(level.page, 3, 1), 'attendee (uncertain)');
});

test('labels break where the lines are most alike', () => {
  assert.deepEqual(labelLines('Viet Nam'), ['Viet Nam']);
  assert.deepEqual(labelLines('Ministry of the Islands (Veyra)'), ['Ministry of the', 'Islands (Veyra)']);
  assert.deepEqual(labelLines('x'.repeat(40)), [`${'x'.repeat(23)}…`]);
});
