/** How a language writes numbers: what stands between thousands, before decimals, and how many digits the groups beyond the thousands have where these are not three. */
export type Notation = [group: string, decimal: string, size?: number]

/** The notation of a language. Found out at build time, since a browser takes tens of milliseconds to load it. */
export function notationOf(lang: string): Notation {
  const parts = new Intl.NumberFormat(lang, { useGrouping: 'always' }).formatToParts(123456789.5)
  const sign = (type: 'group' | 'decimal', otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  const size = parts.filter(({ type }) => type === 'integer').at(1)?.value.length ?? 3
  const [group, decimal] = [sign('group', ','), sign('decimal', '.')]
  return size === 3 ? [group, decimal] : [group, decimal, size]
}

/** Counts from one text to another whose words are the same and whose numbers are not, or gives undefined. */
export function createCounter(from: string, to: string, notation: Notation): ((time: number) => string) | undefined {
  const [group, decimal, size = 3] = notation
  const pattern = new RegExp(`\\d+(?:(?:[${group}]\\d{${size}})*[${group}]\\d{3})?(?:[${decimal}]\\d+)?`, 'g')
  const [starts, ends, words] = [from.match(pattern) ?? [], to.match(pattern) ?? [], to.split(pattern)]
  if (starts.length !== ends.length || from.split(pattern).some((word, i) => word !== words[i])) return undefined
  const numbers = ends.map((end, i) => countNumber(starts[i] ?? end, end, notation))
  return (time) => words.map((word, i) => word + (numbers[i]?.(time) ?? '')).join('')
}

function countNumber(start: string, end: string, [group, decimal, size = 3]: Notation): (time: number) => string {
  const [a, b] = [start, end].map((text) => Number(text.replaceAll(group, '').replace(decimal, '.'))) as [number, number]
  const decimals = Math.max(...[start, end].map((text) => text.split(decimal)[1]?.length ?? 0))
  const isGrouped = (start + end).includes(group)
  const places = new RegExp(`\\B(?=(?:\\d{${size}})*\\d{3}$)`, 'g')
  return (time) => {
    const [whole = '', rest] = (a + (b - a) * time).toFixed(decimals).split('.')
    const grouped = isGrouped ? whole.replace(places, group) : whole
    return rest === undefined ? grouped : grouped + decimal + rest
  }
}
