// network.test.mjs - levels open, filters leave what they should, weights and ranks are those of the program.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventOf, nodeOf, openLevel, partners, readClaim, tieBetween } from '../../src/picture/viewer/network.js';
import { anything, ask, mayLie, sharedEvents, weigh } from '../../src/picture/viewer/asking.js';
import { comparePeriods, measureWords, ranking, valuesOf } from '../../src/picture/viewer/standing.js';
import { page } from './sample.mjs';

const level = openLevel(page(), 0);
const under = (question) => ask(level, { ...anything(), ...question });

test('ties, partners and proofs', () => {
  assert.equal(level.ties.n, 4);
  assert.deepEqual(partners(level, 0), [
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  assert.deepEqual(partners(level, 3), [[2, 0]]);
  assert.equal(tieBetween(level, 2, 1), 3);
  assert.equal(tieBetween(level, 1, 3), -1);
  assert.deepEqual(sharedEvents(level, under({}), 0), [0, 1]);
  assert.equal(nodeOf(level, 'c'), 2);
  assert.equal(eventOf(level, 'nothing'), -1);
  assert.deepEqual(level.types, ['country', 'official']);
});

test('a claim knows through whom it came', () => {
  assert.deepEqual(readClaim(level.page, [4, 1, 2]).via, [2]);
  assert.equal(readClaim(level.page, [4, 1, 2]).expanded, true);
  assert.deepEqual(readClaim(level.page, 3).via, []);
});

test("without filters the program's own weights are shown", () => {
  const answer = under({});
  assert.ok(answer.whole);
  assert.deepEqual([...answer.weight], [1.5, 0.5, 1, 0.5]);
  assert.deepEqual([...answer.degree], [3, 2, 2, 1]);
  assert.deepEqual([...answer.events], [3, 2, 1, 1]);
  assert.deepEqual(answer.order, [1, 3, 2, 0]);
});

test("recomputed weights are the program's where the filter leaves all", () => {
  const answer = under({ from: -1e6, to: 1e6 }); // leaves out the undated dinner alone
  assert.ok(!answer.plain);
  assert.deepEqual([...answer.weight], [1.5, 0.5, 0, 0.5]);
  assert.equal(answer.nActors, 3);
});

test('time: what may lie inside counts, what has no date does not', () => {
  assert.ok(mayLie(level.event[1], 18800, null));
  assert.ok(!mayLie(level.event[1], 18809, null));
  assert.ok(!mayLie(level.event[2], 0, null));
  assert.ok(mayLie(level.event[2], null, null));
  const answer = under({ from: 18000 });
  assert.deepEqual([...answer.weight], [0.5, 0.5, 0, 0.5]);
  assert.equal(answer.nEvents, 1);
});

test('role, kind, type and least weight', () => {
  assert.deepEqual([...under({ role: 'host' }).events], [2, 0, 0, 0]);
  assert.equal(under({ role: 'host' }).nTies, 0);
  assert.equal(under({ role: 'speaker' }).events[2], 1);
  assert.deepEqual([...under({ kind: 'drill' }).weight], [0.5, 0.5, 0, 0.5]);
  assert.deepEqual([...under({ hidden: new Set(['official']) }).shown], [1, 1, 1, 0]);
  assert.deepEqual([...under({ least: 1 }).weight], [1.5, 0, 1, 0]);
});

test('the seven weights', () => {
  const sizes = [2, 4];
  assert.equal(weigh('newman', [0, 1], sizes), 1 + 1 / 3);
  assert.equal(weigh('fractional', [0, 1], sizes), 1 + 1 / 6);
  assert.equal(weigh('count', [0, 1], sizes), 2);
  assert.equal(weigh('binary', [0, 1], sizes), 1);
  assert.equal(weigh('jaccard', [0, 1], sizes, 3, 4), 2 / 5);
  assert.equal(weigh('cosine', [0, 1], sizes, 4, 4), 0.5);
  assert.equal(weigh('association', [0, 1], sizes, 2, 4, 8), 2);
  assert.equal(weigh('newman', [], sizes), 0);
});

test('equal values share a rank; undefined ones have none', () => {
  const answer = under({});
  assert.deepEqual(
    ranking(level, answer, 'degree').map((row) => row.rank),
    [1, 2, 2, 4],
  );
  assert.deepEqual(
    ranking(level, answer, 'betweenness').map((row) => row.rank),
    [1, 2, 2, 0],
  );
  assert.deepEqual([...valuesOf(level, under({ least: 1 }), 'degree')], [2, 1, 0, 1]);
  assert.equal(measureWords(level.page, 'strength'), 'Events with company');
});

test('two periods', () => {
  const { rows, nEvents } = comparePeriods(
    level,
    anything(),
    { from: 16000, to: 17000 },
    { from: 18000, to: 19000 },
    'degree',
  );
  assert.deepEqual(nEvents, [1, 1]);
  const of = (node) => rows.find((row) => row.node === node);
  assert.equal(of(2).kind, 'new');
  assert.equal(of(0).kind, 'same');
  assert.equal(of(3), undefined);
});

test('an empty level', () => {
  const empty = page();
  Object.assign(empty.levels[0], {
    actor: [],
    x: [],
    y: [],
    radius: [],
    font: [],
    group: [],
    tie: [],
    event: [],
    cells: [],
  });
  const opened = openLevel(empty, 0);
  assert.equal(ask(opened, anything()).nActors, 0);
  assert.deepEqual(ranking(opened, ask(opened, anything()), 'degree'), []);
});

test('kin of one delegation are not tied by it', () => {
  const kin = page();
  Object.assign(kin.levels[0], {
    kin: true,
    cells: [
      [0, 0, [0], 1, 0, [1]],
      [0, 0, [2], 1, 1, [3], 2, 1, [4]],
      [0, 0, [5], 3, 1, [6]],
    ],
  });
  const opened = openLevel(kin, 0);
  assert.deepEqual(sharedEvents(opened, ask(opened, anything()), 0), [1]);
  assert.equal(ask(opened, { ...anything(), kind: 'drill' }).weight[0], 1); // two delegations
});
