import { randomFrom } from '../random.ts'

/** Names by what they are of; some long, some of two words, some alike but for their end. */
const NAMES: readonly (readonly string[])[] = [
  'Chad,Chile,China,Cuba,Egypt,Fiji,France,Ghana,Greece,Haiti,India,Italy,Japan,Kenya,Laos,Mali,Malta,Nepal,Niger,Norway,Oman,Peru,Poland,Qatar,Spain,Sudan,Togo,Turkey'.split(
    ',',
  ),
  'Texas,Ohio,Maine,Iowa,Utah,Nevada,Alaska,Oregon,Idaho,Kansas,Georgia,Florida,New York,North Carolina,District of Columbia,Hawaii,Vermont,Montana'.split(
    ',',
  ),
  [
    'Ill',
    'The Return of the Long Lost King: Part Two',
    'Ö',
    'Up',
    'Avenue of the Americas, Upper Level',
    'Llanfairpwllgwyngyll',
    'A & B',
    '10,000 Steps',
    'What?',
    "O'Neill's",
  ],
]
const HEADS = {
  en: { name: ['Country', 'State', 'Title', 'Town'], group: 'Region', fact: 'Founded', text: 'Capital' },
  de: { name: ['Land', 'Staat', 'Titel', 'Stadt'], group: 'Region', fact: 'Gegründet', text: 'Hauptstadt' },
} as const

/** A table as people have them, made from a seed: of any size, kind of values, names, groups and further columns, in English or German. */
export function seededTable(seed: number): string {
  const random = randomFrom(seed * 7919)
  const isGerman = seed % 3 === 0
  const names = NAMES[seed % 4]
  const count = Math.min(names?.length ?? 80, 3 + Math.floor(random() ** 2 * 78))
  const head = HEADS[isGerman ? 'de' : 'en']
  const [label, value] = VALUES[seed % VALUES.length] as (typeof VALUES)[number]
  const [hasGroup, hasFact, hasText] = [random() < 0.6, random() < 0.5, random() < 0.4]
  const groups = ['North', 'South', 'East', 'West', 'Far beyond the mountains', 'Islands', 'Coast'].slice(
    0,
    2 + Math.floor(random() * 6),
  )
  const comma = (text: string) => (isGerman ? text.replace('.', ',') : text)
  const rows = Array.from({ length: count }, (_, index) => [
    names?.[index] ?? `${isGerman ? 'Bad' : 'Saint'} ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}${'aeiou'[index % 5]}n${index}`,
    comma(value(random(), index)),
    ...(hasGroup ? [groups[Math.floor(random() * groups.length)] ?? ''] : []),
    ...(hasFact ? [random() < 0.1 ? '' : String(1200 + Math.floor(random() * 800))] : []),
    ...(hasText ? [`Cap ${index % 17}`] : []),
  ])
  const columns = [
    head.name[seed % 4] ?? '',
    label,
    ...(hasGroup ? [head.group] : []),
    ...(hasFact ? [head.fact] : []),
    ...(hasText ? [head.text] : []),
  ]
  return [columns, ...rows]
    .map((cells) => `${cells.map((cell) => (/[,;]/.test(cell) ? `"${cell}"` : cell)).join(';')}\n`)
    .join('')
}

/** Heads of columns of numbers, and a number from one that is random. */
const VALUES: readonly (readonly [label: string, value: (random: number, index: number) => string])[] = [
  ['Population', (random) => String(Math.floor(10 ** (3 + random * 6)))],
  ['Share (%)', (random) => (random * 100).toFixed(1)],
  ['Score', (random) => (80 + random * 19).toFixed(1)],
  ['Change (%)', (random) => ((random - 0.4) * 30).toFixed(2)],
  ['Revenue (USD million)', (random) => (random ** 3 * 90_000).toFixed(0)],
  ['Length (km)', (random) => (random * 900).toFixed(0)],
  ['Medals', (random) => String(Math.floor(random * 12))],
  [
    'Duration',
    (random) => `${1 + Math.floor(random * 3)}:${String(10 + Math.floor(random * 49))}:${String(10 + Math.floor(random * 49))}`,
  ],
  ['Density', (random) => (10 ** (random * 6 - 2)).toPrecision(3)],
  ['Temperature (°C)', (random) => (random * 60 - 30).toFixed(1)],
]
