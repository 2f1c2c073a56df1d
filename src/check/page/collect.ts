import type { Findings, Place, Sheet, Wanted } from '../sheet.ts'
import { findLabels } from './chart-labels.ts'
import { createContainers, findObstacles, findPictures } from './containers.ts'
import { makeHittable, withHits } from './order.ts'
import { findWords } from './painted-words.ts'
import { addShades } from './shading.ts'
import { findSeen, type Seen } from './visible.ts'

/*
 * What runs in the page that is measured: it says where every text is painted and audits nothing. It is handed to the browser
 * as one script, and leaves one function behind.
 */

/** Selects nothing. */
const NONE = ':not(*)'

function collect(asked: Wanted): Findings {
  const wanted = { ignore: NONE, obstacles: NONE, owners: NONE, dark: 0, ...asked }
  makeHittable()
  const stage = document.querySelector('.stage')
  const seen: Seen[] = []
  const findings = {
    sheets: [...document.querySelectorAll(wanted.sheets)].map((sheet) => readSheet(sheet, wanted, seen)),
    sideways: document.documentElement.scrollWidth - innerWidth,
    ...(stage && { stage: placeOf(stage) }),
  }
  // Some stories are dark from the start.
  addShades(seen, 'light')
  if (wanted.dark === innerWidth) addShades(seen, 'dark')
  return findings
}

function readSheet(sheet: Element, wanted: Required<Wanted>, seen: Seen[]): Sheet {
  const containers = createContainers(sheet, wanted)
  const pieces = [...findWords(sheet, containers, wanted), ...findLabels(sheet, containers, wanted)]
  seen.push(...withHits(() => findSeen(sheet, pieces, wanted)))
  const words = [...new Set(pieces.map(({ text }) => text))]
  const texts = [...words, ...findPictures(sheet, containers, wanted), ...findObstacles(sheet, wanted.obstacles)]
  return { id: sheet.id, containers: containers.list, texts }
}

function placeOf(stage: Element): Place {
  const { clientWidth, clientHeight } = stage
  const { paddingTop, paddingBottom, paddingLeft, paddingRight } = getComputedStyle(stage)
  const width = clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  const height = clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
  return { clientWidth, clientHeight, width, height }
}

Object.assign(globalThis, { collectSheets: collect })
