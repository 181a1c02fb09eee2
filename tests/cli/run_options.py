#!/usr/bin/env python3
"""run_options.py - every option that a verb takes has a say there: with it, something else is printed or written.

usage: run_options.py PROGRAM [VERB|--OPTION…]

The options of a verb are those of its help. Each is given beside a command line that is the same otherwise (where it
wants others beside it, both have them); output, files and exit status must differ. Lines of provenance, which repeat
the options, do not count. The few options that may change nothing are listed in SILENT, each with its reason.
"""
import concurrent.futures
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

SOURCE = os.environ.get('ENTENTE_SOURCE') or os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
PROGRAM = os.path.abspath(sys.argv[1])
CORPUS = 'corpus/archipelago'
BROKEN = 'tests/fixtures/dirt/unreadable/truncated.xml'
NO_TWINS = 'no corpus that ships has events told twice that it would part'

SILENT = {
    'jobs': 'the result does not depend on it',
    'color': 'nothing is printed to a terminal here',
    'quiet': 'about standard error',
    'diagnostics': 'about standard error',
    'help': 'tested by tests/docs',
    'version': 'tested by tests/docs',
    ('resolve', 'roll-up'): NO_TWINS,
    ('resolve', 'expand-blocs'): NO_TWINS,
    ('resolve', 'surely'): NO_TWINS,
    ('resolve', 'min-cert'): NO_TWINS,
    ('resolve', 'comention'): NO_TWINS,
    ('resolve', 'labels'): 'reading is the same for every verb; no small text with labels has names that are alike',
}

# What a verb is asked, and where it writes ($ is the scratch folder).
BASE = {
    'run': [CORPUS, '-o', '$/graphs', '--level', 'country', '--resamples', '100'],
    'annotate': ['tests/fixtures/articles', '-o', '$/drafts/'],
    'check': ['tests/fixtures/dirt/role-count.xml'],
    'resolve': [CORPUS],
    'build': [CORPUS, '-o', '$/corpus.db'],
    'info': [CORPUS],
    'rank': [CORPUS, '--resamples', '100'],
    'ties': [CORPUS],
    'events': [CORPUS],
    'explain': [CORPUS, 'Asarra'],
    'groups': [CORPUS, '--resamples', '100'],
    'compare': [CORPUS, '--between', '2014..2018', '--and', '2019..2023', '--resamples', '100'],
    'draw': [CORPUS, '-o', '$/network.svg'],
    'view': [CORPUS, '-o', '$/network.html', '--level', 'country', '--resamples', '100'],
    'report': [CORPUS, '-o', '$/report.html', '--resamples', '100'],
    'export': [CORPUS, '-o', '$/network.graphml'],
    'extract': [CORPUS],
    'eval': [CORPUS, CORPUS],
}

# How an option is given. "A | B": A stands beside it, with and without it. Inputs in <> replace the verb's.
GIVEN = {
    'level': '--level agency',
    'roll-up': '--roll-up any',
    'unit': '--unit sentence',
    'weight': '--weight count',
    'from': '--from 2017',
    'to': '--to 2019',
    'surely': '--level all --from 2017-03 | --surely',
    'role': '--role host',
    'status': '--status stated',
    'event-status': '--event-status focal',
    'min-cert': '--min-cert high',
    'exclude': '--exclude Belmara',
    'backbone': '--backbone=0.3',
    'backbone-method': '--backbone=0.3 | --backbone-method fixedrow',
    'backbone-draws': '--level all --backbone=0.5 --backbone-method fdsm | --backbone-draws 100',
    'backbone-strata': '--level all --backbone=0.5 | --backbone-strata year',
    'min-weight': '--min-weight 2',
    'ego': '--ego Asarra',
    'no-kin': '--level all | --no-kin',
    'drop-isolates': '--level all --min-weight 3 | --drop-isolates',
    'largest-component': '--level all --min-weight 2 | --largest-component',
    'by': '--by betweenness',
    'weighted-paths': '--by betweenness | --weighted-paths',
    'resample': '--resample source',
    'resamples': '--resamples 200',
    'seed': '--level all --backbone=0.5 --backbone-method fdsm --backbone-draws 500 | --seed 7',
    'slices': '--slices 2',
    'top': '--top 1',
    'format': '--format json',
    'output': '--output $/elsewhere',
    'title': '--title Elsewhere',
    'size-by': '--size-by degree',
    'colour-by': '--colour-by type',
    'plot': '--plot ranking',
    'as': '--as pdf',
    'measures': '--measures degree',
    'null-model': '--null-model fdsm',
    'between': '--between 2014..2017',
    'and': '--and 2020..2023',
}

# Where a verb wants it otherwise: (verb or '', option).
FORMATS = 'tests/fixtures/formats/'
OWN = {
    ('', 'keep-going'): f'<{CORPUS},{BROKEN}> | --keep-going',
    ('', 'labels'): f'<{FORMATS}brat> | --labels $/labels.tsv',
    ('', 'force'): '-o $/mine.txt | --force',
    ('', 'scale'): '-o $/network.png | --scale 1',
    ('', 'words'): '--words $/words',
    ('check', 'words'): '<tests/fixtures/dirt/unknown-kind.xml> | --words $/words',
    ('resolve', 'words'): '<tests/fixtures/words/crews.xml> --level all | --words tests/fixtures/words/lists',
    ('', 'positions'): '--positions $/known.svg',
    ('run', 'keep-going'): f'<{CORPUS},{BROKEN},-o,$/graphs> | --keep-going',
    ('run', 'labels'): f'<{FORMATS}brat,-o,$/graphs> | --labels $/labels.tsv',
    ('run', 'scale'): '--scale 1',
    ('run', 'force'): f'<{CORPUS}> --level country --resamples 100 -o $/there | --force',
    ('run', 'title'): '--title Elsewhere',
    ('annotate', 'keep-going'): f'<tests/fixtures/articles,{BROKEN},-o,$/drafts/> | --keep-going',
    ('annotate', 'authority'): '--authority $/authority.xml',
    ('annotate', 'force'): '<tests/fixtures/articles/cafe.html> -o $/mine.txt | --force',
    ('annotate', 'format'): '--why | --format json',
    ('check', 'unit'): '<tests/fixtures/plain.xml> | --unit scene',
    ('check', 'labels'): '<tests/fixtures/dirt/unknown-label.ann> | --labels $/labels.tsv',
    ('check', 'format'): '--format json',
    ('check', 'keep-going'): f'<{CORPUS},{BROKEN}> | --keep-going',
    ('build', 'keep-going'): f'<{CORPUS},{BROKEN},-o,$/corpus.db> | --keep-going',
    ('build', 'labels'): f'<{FORMATS}brat,-o,$/corpus.db> | --labels $/labels.tsv',
    ('build', 'weighted-paths'): '--weighted-paths',
    ('build', 'force'): '-o $/mine.txt | --force',
    ('info', 'by'): '--methods | --by degree',
    ('info', 'all-measures'): '--methods | --all-measures',
    ('info', 'weighted-paths'): '--methods | --weighted-paths',
    ('info', 'resample'): '--methods | --resample source',
    ('info', 'resamples'): '--methods | --resamples 200',
    ('info', 'weight'): '--methods | --weight count',
    ('info', 'seed'): '--methods | --seed 7',
    ('info', 'format'): '--format json',
    ('info', 'backbone-draws'): '--methods --backbone=0.5 --backbone-method fdsm | --backbone-draws 100',
    ('rank', 'null-model'): f'<{CORPUS}> --by degree | --null-model fdsm',
    ('rank', 'all-measures'): f'<{CORPUS}> | --all-measures',
    ('rank', 'audit'): '<corpus/asean-cyber> | --audit',
    ('ties', 'drop-isolates'): '--format table --level all --min-weight 3 | --drop-isolates',
    ('explain', 'roll-up'): f'<{CORPUS},Tarvos> | --roll-up any',
    ('explain', 'min-cert'): f'<{CORPUS},Tarvos> --level all | --min-cert high',
    ('explain', 'surely'): f'<{CORPUS},Drovia> --level all --from 2017-03 | --surely',
    ('explain', 'labels'): f'<{FORMATS}brat,Kofi Mann> | --labels $/labels.tsv',
    ('explain', 'keep-going'): f'<{CORPUS},{BROKEN},Tarvos> | --keep-going',
    ('compare', 'by'): '--by events',
    ('compare', 'from'): '<corpus/archipelago,corpus/asean-cyber> | --from 2017',
    ('compare', 'to'): '<corpus/archipelago,corpus/asean-cyber> | --to 2019',
    ('compare', 'surely'): '<corpus/archipelago,corpus/asean-cyber> --from 2017-03 | --surely',
    ('compare', 'seed'): '--seed 7',
    ('compare', 'labels'): f'<{FORMATS}brat,{CORPUS}> | --labels $/labels.tsv',
    ('compare', 'keep-going'): f'<{CORPUS},$/mixed> --resamples 100 | --keep-going',
    ('compare', 'format'): '--format json',
    ('draw', 'force'): '-o $/mine.svg | --force',
    ('draw', 'by'): '--plot ranking | --by degree',
    ('draw', 'resample'): '--plot ranking | --resample source',
    ('draw', 'resamples'): '--plot ranking | --resamples 200',
    ('draw', 'weighted-paths'): '--size-by betweenness | --weighted-paths',
    ('draw', 'codes'): '<corpus/asean-cyber,-o,$/network.svg> | --codes',
    ('draw', 'labels'): f'<{FORMATS}brat,-o,$/network.svg> | --labels $/labels.tsv',
    ('draw', 'keep-going'): f'<{CORPUS},{BROKEN},-o,$/network.svg> | --keep-going',
    ('view', 'labels'): f'<{FORMATS}brat,-o,$/network.html> | --labels $/labels.tsv',
    ('view', 'keep-going'): f'<{CORPUS},{BROKEN},-o,$/network.html> --resamples 100 | --keep-going',
    ('view', 'weighted-paths'): '--weighted-paths',
    ('report', 'dark'): '-o $/report.md | --dark',
    ('report', 'output'): '--output $/elsewhere.md',
    ('report', 'format'): '-o - | --format md',
    ('report', 'labels'): f'<{FORMATS}brat,-o,$/report.html> | --labels $/labels.tsv',
    ('report', 'keep-going'): f'<{CORPUS},{BROKEN},-o,$/report.html> --resamples 100 | --keep-going',
    ('report', 'force'): '-o $/mine.md | --force',
    ('export', 'as'): '--as pajek',
    ('export', 'output'): '--output $/elsewhere.gexf',
    ('export', 'layout'): '--measures degree | --layout',
    ('export', 'gexf'): '-o $/network.gexf | --gexf 1.2',
    ('export', 'weighted-paths'): '--weighted-paths',
    ('export', 'labels'): f'<{FORMATS}brat,-o,$/network.graphml> | --labels $/labels.tsv',
    ('export', 'keep-going'): f'<{CORPUS},{BROKEN},-o,$/network.graphml> | --keep-going',
    ('export', 'force'): '-o $/mine.graphml | --force',
    ('extract', 'format'): '--format csv',
    ('eval', 'from'): '--from 2021',
    ('eval', 'min-cert'): '--level all | --min-cert high',
    ('eval', 'errors'): '<tests/fixtures/scored/gold.xml,tests/fixtures/scored/drafted.xml> | --errors',
    ('eval', 'labels'): f'<{FORMATS}brat,{FORMATS}brat> | --labels $/labels.tsv',
    ('eval', 'keep-going'): f'<$/mixed,$/mixed> | --keep-going',
}


INPUTS = {
    'labels.tsv': 'of\tlabel\tmeaning\nmark\tLOC\tignore\nmark\tORG\tignore\nmark\tORGG\tagency\n',
    'known.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g data-id="XA" data-x="5" data-y="5"/>'
                 '<g data-id="XB" data-x="900" data-y="9"/></svg>\n',
    'words/organisations.tsv': 'word\tkind\tvalue\tcountry\nLagoon News\torganisation\tmedia\tFJ\n',
    'authority.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listOrg><org xml:id="lagoon-news">'
                     '<orgName>Lagoon News</orgName></org></listOrg></standOff></TEI>\n',
    'words/organisation-kinds.tsv': 'kind\tstate\nministry\tno\nagency\tno\nsecret-circle\tyes\n',
    'mixed/sound.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><country ref="#QT">Tarvos</country> '
                       'and <country ref="#QM">Merrow</country> met.</p></body></text></TEI>\n',
    'mixed/cut.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>',
}


def command(verb, option):
    """Two argument lists: without the option, and with it."""
    given = OWN.get((verb, option)) or OWN.get(('', option)) or GIVEN.get(option) or '--' + option
    beside, _, given = given.rpartition('|')
    operands = BASE[verb]
    if beside.startswith('<'):
        inputs, _, beside = beside[1:].partition('>')
        operands = inputs.split(',')
    words = beside.split()
    without = [verb, *operands, *words]
    with_it = [verb, *operands, *words, *given.split()]
    name = '--' + option
    if name in without: # the last one counts
        place = without.index(name)
        with_it = [w for i, w in enumerate(without) if i not in (place, place + 1)] + given.split()
    return without, with_it


def plain(data, scratch):
    data = re.sub(rb'entente 0[^<\n"]*?sha256:[0-9a-f]+', b'PROVENANCE', data)
    return data.replace(scratch.encode(), b'$')


def tables(path):
    with sqlite3.connect(path) as db:
        lines = [line for line in db.iterdump() if 'INSERT INTO "provenance"' not in line]
    return '\n'.join(lines).encode()


def run(arguments, scratch):
    """All that can be seen of a run."""
    done = subprocess.run([PROGRAM, *arguments], cwd=SOURCE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env={**os.environ, 'LC_ALL': 'C'}, check=False)
    seen = {'status': done.returncode, 'stdout': plain(done.stdout, scratch)}
    for folder, _, names in os.walk(scratch):
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith('.db'):
                seen[name] = tables(path)
            else:
                with open(path, 'rb') as file:
                    seen[os.path.relpath(path, scratch)] = plain(file.read(), scratch)
    return seen, done.stderr.decode(), done.returncode


def options_of(verb):
    text = subprocess.run([PROGRAM, 'help', verb], stdout=subprocess.PIPE, check=True).stdout.decode()
    return re.findall(r'^  (?:-., |    )--([a-z-]+)', text, re.M)


def prepare(scratch):
    """What the command lines above refer to: files of somebody else's, and inputs."""
    for name in ('mine.txt', 'mine.md', 'mine.svg', 'mine.graphml', 'there/country/matrix.svg'):
        path = os.path.join(scratch, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write('<svg>somebody has drawn this</svg>\n')
    for name, text in INPUTS.items():
        path = os.path.join(scratch, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)


def seen_of(arguments, known):
    key = ' '.join(arguments)
    if key not in known:
        with tempfile.TemporaryDirectory() as scratch:
            prepare(scratch)
            known[key] = run([a.replace('$', scratch) for a in arguments], scratch)
    return known[key]


def check(verb, option, known):
    """'' where the option has a say, else what is wrong."""
    without, with_it = command(verb, option)
    before, _, _ = seen_of(without, known)
    after, stderr, status = seen_of(with_it, {})
    if before != after and status in (0, 1):
        return ''
    return f"entente {' '.join(with_it)}: " + (stderr.strip() if status not in (0, 1) else 'nothing changes')


def main():
    wanted = sys.argv[2:]
    asked = [(verb, option) for verb in BASE for option in options_of(verb)
             if not wanted or verb in wanted or '--' + option in wanted]
    asked = [(verb, option) for verb, option in asked
             if option not in SILENT and (verb, option) not in SILENT]
    known, failed = {}, 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = pool.map(lambda pair: check(*pair, known), asked)
        for number, ((verb, option), why) in enumerate(zip(asked, wrong), 1):
            failed += bool(why)
            print(f"{'not ok' if why else 'ok'} {number} - {verb} --{option}", flush=True)
            if why:
                print('#   ' + why.replace('\n', '\n#   '))
    print(f'1..{len(asked)}')
    return failed > 0


sys.exit(main())
