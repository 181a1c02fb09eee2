// sample.mjs - a small page as write/page_data.c makes it: four actors, three events.
//   talk 2015 (host A, B)   drill June 2021 (A, B, C)   dinner, undated (D, A)
export const page = () => ({
  title: 'Sample',
  weight: 'newman',
  weightWords: 'events with company',
  start: 0,
  dark: false,
  levels: [
    {
      level: 'all',
      kin: false,
      actor: [0, 1, 2, 3],
      x: [0, 100, 0, 50],
      y: [0, 0, 100, 50],
      radius: [10, 10, 8, 7],
      font: [12, 12, 10, 0],
      group: [0, 0, 1, -1],
      measures: { degree: { what: '', value: [3, 2, 2, 1] }, betweenness: { what: '', value: [0.5, 0, 0, null] } },
      tie: [0, 1, 1.5, 0, 2, 0.5, 0, 3, 1, 1, 2, 0.5],
      event: [0, 1, 2],
      cells: [
        [0, [0], 1, [1]],
        [0, [2], 1, [3], 2, [[4, 0, 2]]],
        [0, [5], 3, [6]],
      ],
    },
  ],
  events: [
    ['Talk', 'talk', 16436, 16436, '2015-01-01', '', 'conference', null, [0]],
    ['Drill', 'drill', 18779, 18808, '2021-06', '2021-06', 'drill', 'Hanoi', [0]],
    ['Dinner', 'dinner', null, null, '', '', 'conference', null, []],
  ],
  participations: [
    [0, 'host', '', 0, [[0, 0, 1]], 0],
    [1, 'attendee', '', 0, [[0, 6, 7]], 0],
    [0, 'attendee', '', 0, [[1, 0, 1]], 2],
    [1, 'attendee', 'low', 0, [], 0],
    [4, 'speaker', '', 0, [[1, 4, 7]], 0],
    [0, 'host', '', 0, [], 0],
    [3, 'attendee', '', 0, [], 0],
  ],
  sentences: [
    [0, 'A and B met.'],
    [0, 'A, Eve of C.'],
  ],
  actors: [
    ['A', 'a', 'country', null, -1, []],
    ['B', 'b', 'country', null, -1, ['Bee']],
    ['C', 'c', 'country', null, -1, []],
    ['D', 'd', 'official', null, 0, []],
    ['Eve', 'e', 'official', null, 2, []],
  ],
  documents: [['Report', 'Herald', '2021-07-01', 'https://example.org/']],
});
