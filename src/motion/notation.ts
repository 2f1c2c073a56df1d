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
