/** How a language writes numbers: what stands between thousands, and before decimals. */
export type Notation = [group: string, decimal: string]

/** The notation of a language. Found out at build time, since a browser takes tens of milliseconds to load it. */
export function notationOf(lang: string): Notation {
  const parts = new Intl.NumberFormat(lang, { useGrouping: 'always' }).formatToParts(12345.6)
  const sign = (type: 'group' | 'decimal', otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  return [sign('group', ','), sign('decimal', '.')]
}
