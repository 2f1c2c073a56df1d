import * as vega from 'vega'
import { extentOf } from '../util/extent.ts'
import { round } from './round.ts'

/** What Vega's path renderer needs of a canvas context; it turns every command, arcs included, into one of these. */
interface PathContext {
  moveTo(...point: number[]): void
  lineTo(...point: number[]): void
  bezierCurveTo(...points: number[]): void
  quadraticCurveTo(...points: number[]): void
  closePath(): void
}
const { pathParse, pathRender } = vega as unknown as {
  pathParse(outline: string): unknown[]
  pathRender(context: PathContext, path: unknown[], x: number, y: number, scaleX: number, scaleY: number): void
}

/** Outlines smaller than this, in px, keep two decimals. */
const SMALL = 24

/** A command of an outline: its letter in lower case, and absolute coordinates. */
export type OutlineCommand = [letter: string, ...coordinates: number[]]

/**
 * Path data as short as it gets: enlarged, moved by (x, y), rounded, in relative commands, arcs as curves.
 * Outlines of equal structure have the same letters, so that a player can move one into the other number by number.
 */
export function compactOutline(outline: string, x = 0, y = 0, scaleX = 1, scaleY = scaleX): string {
  const commands = absoluteCommands(outline, x, y, scaleX, scaleY)
  return outlineText(commands, longerSide(commands) < SMALL ? 2 : 1)
}

/** The commands of an outline, enlarged and moved by (x, y): lines and curves, to which arcs are turned. */
export function absoluteCommands(outline: string, x: number, y: number, scaleX: number, scaleY: number): OutlineCommand[] {
  const commands: OutlineCommand[] = []
  const record =
    (letter: string) =>
    (...coordinates: number[]) =>
      void commands.push([letter, ...coordinates])
  pathRender(
    {
      moveTo: record('m'),
      lineTo: record('l'),
      bezierCurveTo: record('c'),
      quadraticCurveTo: record('q'),
      closePath: record('z'),
    },
    pathParse(outline),
    x,
    y,
    scaleX,
    scaleY,
  )
  return commands
}

function longerSide(commands: readonly OutlineCommand[]): number {
  const lengths = [0, 1].map((axis) => {
    const [least, largest] = extentOf(commands.flatMap(([, ...places]) => places.filter((_, i) => i % 2 === axis)))
    return largest - least
  })
  return Math.max(...lengths)
}

/** Commands as path data, relative and rounded to so many decimals. Differences are taken between rounded positions, so that rounding errors do not add up along the outline. */
export function outlineText(commands: readonly OutlineCommand[], decimals: number): string {
  let [startX, startY, x, y] = [0, 0, 0, 0]
  let text = ''
  let last = ''
  for (const [letter, ...coordinates] of commands) {
    const rounded = coordinates.map((value) => round(value, decimals))
    const numbers = rounded.map((value, i) => round(value - (i % 2 === 0 ? x : y), decimals))
    if (letter !== last || letter === 'm' || letter === 'z') text += letter
    text += joinNumbers(numbers, letter !== last || letter === 'm')
    last = letter
    if (letter === 'z') [x, y] = [startX, startY]
    else [x, y] = [rounded.at(-2) ?? x, rounded.at(-1) ?? y]
    if (letter === 'm') [startX, startY] = [x, y]
  }
  return text
}

/** Numbers without leading zeros, set apart only where they would run together. */
function joinNumbers(numbers: readonly number[], first: boolean): string {
  return numbers
    .map((value, i) => {
      const text = String(value).replace(/^(-?)0\./, '$1.')
      return (first && i === 0) || text.startsWith('-') ? text : ` ${text}`
    })
    .join('')
}

/** Path data as it is written here, turned clockwise about its origin by an angle in degrees. */
export function turnedOutline(outline: string, angle: number): string {
  if (angle === 0) return outline
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const tokens = outline.match(/[a-z]|-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []
  let x: number | undefined
  // All commands are relative and have pairs of numbers.
  const turned = tokens.flatMap((token) => {
    if (/[a-z]/i.test(token) && !/\d/.test(token)) return token
    if (x === undefined) {
      x = Number(token)
      return []
    }
    const pair = [x * cos - Number(token) * sin, x * sin + Number(token) * cos]
    x = undefined
    return pair.map((value) => String(round(value, DECIMALS)))
  })
  return turned.join(' ')
}

/** Decimals of what is rounded once more. */
const DECIMALS = 4
