import type { Findings, Place, Sheet, Wanted } from '../sheet.ts'
import { findLabels } from './labels.ts'
import { findObstacles } from './obstacles.ts'
import { createRooms } from './rooms.ts'
import { forgetStyles } from './styles.ts'
import { findWords } from './words.ts'

/*
 * What runs in the page that is measured: it says where every text is painted and judges nothing. It is handed to the browser
 * as one script, and leaves one function behind.
 */

function collect(wanted: Wanted): Findings {
  forgetStyles()
  const stage = document.querySelector('.stage')
  return {
    sheets: [...document.querySelectorAll(wanted.sheets)].map((sheet) => readSheet(sheet, wanted)),
    sideways: document.documentElement.scrollWidth - innerWidth,
    ...(stage && { stage: placeOf(stage) }),
  }
}

function readSheet(sheet: Element, wanted: Wanted): Sheet {
  const rooms = createRooms(sheet, wanted)
  const texts = [
    ...findWords(sheet, rooms, wanted),
    ...findLabels(sheet, rooms, wanted),
    ...findObstacles(sheet, wanted.obstacles),
  ]
  return { id: sheet.id, rooms: rooms.list, texts }
}

function placeOf(stage: Element): Place {
  const { clientWidth, clientHeight } = stage
  const { paddingTop, paddingBottom, paddingLeft, paddingRight } = getComputedStyle(stage)
  const width = clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  const height = clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
  return { clientWidth, clientHeight, width, height }
}

Object.assign(globalThis, { collectSheets: collect })
