import { remember } from './remember.ts'

/** How a language writes numbers: what they look like, and a number from and to its text. */
interface Notation {
  pattern: RegExp
  parse(text: string): number
  decimals(text: string): number
  print(value: number, decimals: number, grouped: boolean): string
}

const notations = new Map<string, Notation>()

/** Counts from one text to another whose words are the same and whose numbers are not, or gives undefined. */
export function createCounter(from: string, to: string, lang: string): ((time: number) => string) | undefined {
  const { pattern, parse, decimals, print } = remember(notations, lang, () => createNotation(lang))
  const [starts, ends] = [from.match(pattern) ?? [], to.match(pattern) ?? []]
  const words = to.split(pattern)
  if (starts.length !== ends.length || from.split(pattern).some((word, i) => word !== words[i])) return undefined
  const numbers = ends.map((end, i) => {
    const start = starts[i] as string
    const [a, b, digits] = [parse(start), parse(end), Math.max(decimals(start), decimals(end))]
    const grouped = /\d\D\d{3}/.test(start + end) && digits < 3
    return (time: number) => (a === b ? end : print(a + (b - a) * time, digits, grouped || Math.max(a, b) < 1000))
  })
  return (time) => words.map((word, i) => word + (numbers[i]?.(time) ?? '')).join('')
}

function createNotation(lang: string): Notation {
  const parts = new Intl.NumberFormat(lang, { useGrouping: 'always' }).formatToParts(12345.6)
  const [group, decimal] = ['group', 'decimal'].map((type) => parts.find((part) => part.type === type)?.value ?? '.') as [
    string,
    string,
  ]
  const printers = new Map<string, Intl.NumberFormat>()
  return {
    pattern: new RegExp(`\\d+(?:[${group}]\\d{3})*(?:[${decimal}]\\d+)?`, 'g'),
    parse: (text) => Number(text.replaceAll(group, '').replace(decimal, '.')),
    decimals: (text) => text.split(decimal)[1]?.length ?? 0,
    print(value, decimals, grouped) {
      const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: grouped }
      const printer = remember(printers, `${decimals}${grouped}`, () => new Intl.NumberFormat(lang, options))
      return printer.format(value)
    },
  }
}
