import type { Element } from 'hast'
import type { TextStyle } from './layouts.ts'
import type { PaintedRun, PaintedText, Piece } from './painted.ts'
import { lineHeight, type Paragraph, type Run, tracking } from './text-body.ts'
import type { Attributes, Box } from './xml.ts'

/** Paragraphs that stand below each other, in one box to be edited. */
export interface Group {
  kind: 'group'
  part: string
  box: Box
  texts: readonly PaintedText[]
}

/** The pieces of a slide, texts that follow each other in one column as one. */
export function grouped(pieces: readonly Piece[], rtl: boolean): (Group | Exclude<Piece, PaintedText>)[] {
  const groups: (Group | Exclude<Piece, PaintedText>)[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (piece.kind !== 'text') groups.push(piece)
    else if (last?.kind === 'group' && goesOn(last, piece, rtl))
      groups.splice(-1, 1, { ...last, box: around(last.box, piece.box), texts: [...last.texts, piece] })
    else groups.push({ kind: 'group', part: piece.part, box: piece.box, texts: [piece] })
  }
  return groups
}

/** Two px come from rounding. */
const NEAR = 2

/** In one column lines end at the same side, and begin where lists do. */
function goesOn({ part, box, texts }: Group, next: PaintedText, rtl: boolean): boolean {
  const ends = [box, next.box].map(({ x, width }) => (rtl ? x : x + width)) as [number, number]
  const isBelow = next.box.y >= box.y + box.height - NEAR
  const isOnOne = texts.at(-1)?.on?.box.y === next.on?.box.y
  return part === next.part && isOnOne && isBelow && Math.abs(ends[0] - ends[1]) <= NEAR
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** What paragraphs are written with beside what was painted. */
export interface Wording {
  rtl: boolean
  /** A colour (`#rrggbb`) as its place in the theme, where it has one. */
  placeOf(colour: string): string
  faceOf(family: string): Attributes
  /** The formula of a number. */
  formula(number: number): Element | undefined
}

/** The paragraphs of a box; of their look only what `place` has not. */
export function paragraphsIn({ texts, box }: Pick<Group, 'texts' | 'box'>, wording: Wording, place?: TextStyle): Paragraph[] {
  return texts.map(({ box: own, runs, line, hanging, align }, index) => {
    const indent = Math.round((wording.rtl ? box.x + box.width - own.x - own.width : own.x - box.x) + (hanging?.by ?? 0))
    const next = texts[index + 1]?.box
    const after = next && Math.max(0, next.y - own.y - own.height)
    const isUsual = place && Math.abs(line - (place.line ?? lineHeight(place.size))) < 0.5
    return {
      runs: runs.map((run) => runIn(run, wording, place)),
      ...(indent > 0 && { indent }),
      ...(hanging && { hanging }),
      ...(align && { align }),
      ...(after !== undefined && Math.abs(after - (place?.after ?? 0)) >= 1 && { after }),
      ...(!isUsual && { line }),
    } satisfies Paragraph
  })
}

function runIn(run: PaintedRun, { placeOf, faceOf, formula }: Wording, place?: TextStyle): Run {
  const { text, size, bold, italic, strike, underline, spacing, family, raised, link, lang } = run
  const [colour, face] = [placeOf(run.colour), faceOf(family)]
  const usual = place && { size: place.size, bold: place.bold ?? false, colour: place.colour ?? 'tx1' }
  const close = place?.major ? tracking(place.size) : 0
  const element = run.formula === undefined ? undefined : formula(run.formula)
  return {
    text,
    ...(size !== usual?.size && { size }),
    ...(bold !== (usual?.bold ?? false) && { bold }),
    ...(italic && { italic }),
    ...(strike && { strike }),
    ...(underline && { underline }),
    ...(Math.abs(spacing - close) > 0.02 && { spacing }),
    ...(colour !== usual?.colour && { colour }),
    ...(face.typeface !== (place?.major ? '+mj-lt' : '+mn-lt') && { face }),
    ...(raised && { raised }),
    ...(link !== undefined && { link }),
    ...(lang !== undefined && { lang }),
    ...(element && { formula: element }),
  }
}
