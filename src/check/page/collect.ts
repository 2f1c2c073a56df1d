import { type Packed, pack } from '../packed.ts'
import type { Place, Sheet, Wanted } from '../sheet.ts'
import { findLabels } from './chart-labels.ts'
import { forgetStyles } from './computed-styles.ts'
import { createContainers, findObstacles, findPictures } from './containers.ts'
import { withHits } from './order.ts'
import { findWords } from './painted-words.ts'
import { addDarkShades, addShades } from './shading.ts'
import { findSeen, type Seen } from './visible.ts'

/*
 * What runs in the page that is measured: it says where every text is painted and audits nothing. It is handed to the browser
 * as one script, and leaves one function behind.
 */

function collect(wanted: Wanted): Packed {
  forgetStyles()
  const stage = document.querySelector('.stage')
  const seen: Seen[] = []
  const sheets = [...document.querySelectorAll(wanted.sheets)]
  const findings = {
    sheets: sheets.map((sheet) => readSheet(sheet, wanted, seen)),
    sideways: document.documentElement.scrollWidth - innerWidth,
    ...(stage && { stage: placeOf(stage) }),
  }
  addShades(seen)
  if (wanted.dark === innerWidth) addDarkShades(seen, sheets)
  return pack(findings)
}

function readSheet(sheet: Element, wanted: Wanted, seen: Seen[]): Sheet {
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
