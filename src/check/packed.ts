import type { Findings, Shade, Sheet, TextBlock } from './sheet.ts'

/** Findings as the browser hands them over: thousands of texts are seen in a few dozen pairs of colours, so each is listed once. */
export interface Packed extends Omit<Findings, 'sheets'> {
  sheets: (Omit<Sheet, 'texts'> & { texts: (Omit<TextBlock, 'shades'> & { shades?: number[] })[] })[]
  shades: Shade[]
}

/** Lists shades that are the same object once. */
export function pack({ sheets, ...rest }: Findings): Packed {
  const positions = new Map<Shade, number>()
  const position = (shade: Shade) => {
    if (!positions.has(shade)) positions.set(shade, positions.size)
    return positions.get(shade) ?? 0
  }
  const packed = sheets.map((sheet) => ({
    ...sheet,
    texts: sheet.texts.map(({ shades, ...text }) => ({ ...text, ...(shades && { shades: shades.map(position) }) })),
  }))
  return { ...rest, sheets: packed, shades: [...positions.keys()] }
}

/** The findings that were packed. */
export function unpack({ sheets, shades: all, ...rest }: Packed): Findings {
  const unpacked = sheets.map((sheet) => ({
    ...sheet,
    texts: sheet.texts.map(({ shades, ...text }) => ({
      ...text,
      ...(shades && { shades: shades.flatMap((at) => all[at] ?? []) }),
    })),
  }))
  return { ...rest, sheets: unpacked }
}
