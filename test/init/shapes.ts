/** A name that would do harm in HTML, in MDX, in TypeScript, in a spreadsheet or on a slide, were it not inert. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '{process.exit(1)}',
  '`$' + '{process.exit(1)}`',
  'it\'s "quoted"',
  'line one\nline two',
  '=cmd()|x',
  'שלום עולם',
  'مرحبا',
  'W'.repeat(300),
  'a very long name '.repeat(18),
  '北京',
  '1984',
  '--',
  'opening',
  'sources',
  'door two',
  'Story',
  'Same',
  'Same',
  'same!',
  '{/* */}',
  '__proto__',
  'constructor',
  '$& $1',
  '*/ alert(1) /*',
  '&lt;b&gt;',
  'a,b;c\td',
]

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join('\n')

/** Tables of different shape, by the names of their files. */
export const SHAPES: Readonly<Record<string, string>> = {
  'peaks.csv': `Peak;Height (m);Range;First ascent
Tall;8.849,5;North;1953
Next;8.611,0;South;1954
Other;8.586,0;North;1955
Last;8.516,25;South;1956
Small;1.021,0;North;1901
Lost;;North;1900
`,
  'runners.csv': `Rank,Runner,Time (s)\n${rows(9, (index) => `${index + 1},Runner ${'ABCDEFGHI'[index]},${(9.58 + index * 0.07).toFixed(2)}`)}\n`,
  'cities.json': JSON.stringify({
    data: Array.from({ length: 30 }, (_, index) => ({ city: `City ${index}`, change_celsius: (index - 12) / 10, iso3: null })),
  }),
  'hostile.csv': `"Na\`me $\{x} <b>","Va'l ""u"" */ {y}",constructor,"</script>"\n${HOSTILE.map(
    (name, index) => `${quoted(name)},${(index + 1) * 3.5},${index % 2 ? 'odd' : '"even <i> {1}"'},${index}`,
  ).join('\n')}\n`,
  'one.csv': 'Name,Size\nAlone,5\n',
  'two.csv': 'Name,Size\nA,5\nB,5\n',
  'three.csv': 'Name,Size\nA,0\nB,0\nC,0\n',
  'many.csv': `Name,Score,Kind\n${rows(430, (index) => `Item ${index},${((index * 7919) % 1009) / 10},${'abc'[index % 3]}`)}\n`,
  'länder.csv': `Bundesland;Einwohner (Mio.);Größe (km²);Küste\nBayern;13,37;70.541,57;nein\nBremen;0,68;419,62;nein\nHamburg;1,89;755,09;nein\nNiedersachsen;8,14;47.709,82;ja\nHolstein;2,95;15.804,3;ja\n`,
}
