// words.test.mjs - names are found without accents, figures and days read well, files hold no formula.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  csv,
  dayWords,
  figure,
  fold,
  markup,
  plenty,
  safeLink,
  search,
  spanWords,
} from '../../src/picture/viewer/words.js';

test('names lose case, accents and punctuation', () => {
  assert.equal(fold('Nguyễn Văn  Đức'), 'nguyen van duc');
  assert.equal(fold('ŁUKASZ Øre-Straße'), 'lukasz ore strasse');
  assert.equal(fold('  '), '');
  assert.equal(fold('مالي'), 'مالي');
});

test('whole names come before beginnings, these before words, these before the rest', () => {
  const keys = [
    ['south vietnam'],
    ['viet nam', 'vietnam'],
    ['vietnamese navy'],
    ['indochina (vietnam)'].map(fold),
    ['previetnam'],
  ];
  assert.deepEqual(search(keys, 'Việtnam', 9), [1, 2, 0, 3, 4]);
  assert.deepEqual(search(keys, 'Việtnam', 2), [1, 2]);
  assert.deepEqual(search(keys, 'navy viet', 9), [2]);
  assert.deepEqual(search(keys, '', 9), []);
  assert.deepEqual(search(keys, '.*', 9), []);
});

test('figures', () => {
  assert.equal(figure(0.123456), '0.123');
  assert.equal(figure(12345), '12,345');
  assert.equal(figure(NaN), '–');
  assert.equal(figure(null), '–');
  assert.equal(figure(0), '0');
  assert.equal(plenty(1234567), '1,234,567');
});

test('days, months, years and ranges', () => {
  assert.equal(dayWords('2021-06-04'), '4 June 2021');
  assert.equal(dayWords('2021-06'), 'June 2021');
  assert.equal(dayWords('0987'), '987');
  assert.equal(dayWords('../2021-06'), 'until June 2021');
  assert.equal(dayWords('2020/2021-06'), '2020 – June 2021');
  assert.equal(dayWords(''), '');
  assert.equal(spanWords('2021', '2021'), '2021');
  assert.equal(spanWords('2021-01-01', '2021-01-03'), '1 January 2021 – 3 January 2021');
});

test('only http and https are links', () => {
  assert.equal(safeLink('https://example.org/a?b=c'), 'https://example.org/a?b=c');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', ' https://x', 'https://x y', '//x', null, 7])
    assert.equal(safeLink(url), null);
});

test('CSV quotes, and disarms formulas', () => {
  assert.equal(csv([['a,b', '"q"', '=1+1', '-x', 5, -5, NaN]]), '\ufeff"a,b","""q""",\'=1+1,\'-x,5,-5,\r\n');
});

test('SVG text holds no markup and no control character', () => {
  assert.equal(markup('</text><script>&"\u0001'), '&lt;/text&gt;&lt;script&gt;&amp;&quot;\ufffd');
});
