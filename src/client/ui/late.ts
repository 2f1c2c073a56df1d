import { createJump } from '../deck/jump.ts'
import { createKiosk } from '../deck/kiosk.ts'
import { createOverview } from '../deck/overview-grid.ts'
import { createPointer } from '../deck/pointer.ts'
import { createQrCode } from '../deck/qr-code.ts'
import { startCharts } from '../interactive/start-charts.ts'
import { drawStill } from '../player/draw-still.ts'
import { createStage } from '../player/player.ts'
import { createSpeakerLink } from '../speaker/speaker-link.ts'
import { createNotice } from './notice.ts'
import { makeTablesSortable } from './sortable.ts'

/*
 * The second script of the deck: what nobody can use before the first slide is on screen. The first one asks for it then, takes
 * what it leaves and keeps it to itself.
 */

const late = {
  createJump,
  createKiosk,
  createNotice,
  createOverview,
  createPointer,
  createQrCode,
  createSpeakerLink,
  createStage,
  drawStill,
  makeTablesSortable,
  startCharts,
}

/** What the second script offers to the first. */
export type Late = typeof late

declare global {
  interface Window {
    /** Left by the second script. */
    countdownLate?: Late
  }
}

window.countdownLate = late
