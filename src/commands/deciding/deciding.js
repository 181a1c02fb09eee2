// deciding.js - pairs that may be one, decided by buttons or keys, and the table that entente replays.
const WORD = {s: 'same', d: 'different', u: 'unsure'};
const rows = [...document.querySelectorAll('tbody tr')];
const status = document.getElementById('status');
const who = document.getElementById('who');
const table = document.getElementById('table');
const said = rows.map(() => '');
let here = -1;

// One field of a TSV: what would end it becomes a blank; a quote at its beginning is quoted.
function field(text) {
  const line = text.replace(/[\t\r\n]+/g, ' ').trim();
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
}

// Unsure is no decision: the pair is asked again.
function decisions() {
  const lines = ['decision\tkind\ttype\ta\tb\twho\twhy'];
  rows.forEach((row, i) => {
    if (said[i] !== 's' && said[i] !== 'd') return;
    const {kind, type, a, b} = row.dataset;
    lines.push([WORD[said[i]], kind, type, a, b, who.value, row.querySelector('.why').value].map(field).join('\t'));
  });
  return `${lines.join('\n')}\n`;
}

function tell() {
  const n = (letter) => said.filter((word) => word === letter).length;
  status.textContent = `${rows.length} pair${rows.length === 1 ? '' : 's'}: ${n('s')} same, ${n('d')} different, ${n('u')} unsure, ` +
    `${n('')} left`;
  table.value = decisions();
  const letters = said.map((word) => word || '-').join('').replace(/-+$/, '');
  history.replaceState(null, '', letters ? `#${letters}` : location.pathname + location.search);
}

function decide(i, letter) {
  said[i] = letter === said[i] ? '' : letter;
  rows[i].querySelectorAll('button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.letter === said[i]));
  });
  tell();
}

function go(i, focus) {
  if (i < 0 || i >= rows.length) return;
  if (here >= 0) rows[here].classList.remove('here');
  here = i;
  rows[i].classList.add('here');
  if (!focus) return;
  rows[i].focus({preventScroll: true});
  rows[i].scrollIntoView({block: 'center'});
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === 'ArrowDown') go(here + 1, true);
  else if (event.key === 'ArrowUp') go(here - 1, true);
  else if (here >= 0 && WORD[event.key]) decide(here, event.key);
  else return;
  event.preventDefault();
}

function save() {
  const name = who.value.trim().toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '') || 'page';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([decisions()], {type: 'text/tab-separated-values'}));
  link.download = `decisions-${name}.tsv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// The clipboard needs a page that a server sent; from a file the old way works, too.
async function copy() {
  try {
    await navigator.clipboard.writeText(decisions());
  } catch {
    table.select();
    document.execCommand('copy');
  }
  status.textContent = 'Copied.';
}

function furnish(row, i) {
  const choice = document.createElement('div');
  choice.className = 'choice';
  for (const [letter, word] of Object.entries(WORD)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = word;
    button.dataset.letter = letter;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      go(i, false);
      decide(i, letter);
    });
    choice.append(button);
  }
  const why = document.createElement('input');
  why.className = 'why';
  why.placeholder = 'why';
  why.setAttribute('aria-label', `why, of pair ${i + 1}`);
  why.addEventListener('input', tell);
  row.lastElementChild.replaceChildren(choice, why);
  row.tabIndex = -1;
  row.addEventListener('focusin', () => go(i, false));
}

rows.forEach(furnish);
document.querySelectorAll('.keep').forEach((part) => {
  part.hidden = false;
});
[...location.hash.slice(1, rows.length + 1)].forEach((letter, i) => {
  if (WORD[letter]) decide(i, letter);
});
tell();
who.addEventListener('input', tell);
document.getElementById('save').addEventListener('click', save);
document.getElementById('copy').addEventListener('click', copy);
document.addEventListener('keydown', onKey);
