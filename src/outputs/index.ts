import { data } from './data/data-output.ts'
import { deck } from './deck/deck-output.ts'
import { embed } from './embed/embed-output.ts'
import { handout } from './handout/handout-output.ts'
import { hosting } from './hosting/hosting-output.ts'
import { licences } from './licences/licences.ts'
import { notes } from './notes/notes-output.ts'
import type { Output } from './output.ts'
import { pptx } from './pptx/pptx-output.ts'
import { read } from './read/read-output.ts'
import { share } from './share/share-output.ts'
import { single } from './single/single-output.ts'
import { slides } from './slides/slides-output.ts'

/** Everything a build makes, in the order of the summary; `--only` and `--help` read this table. */
export const outputs: readonly Output[] = [
  deck,
  read,
  slides,
  handout,
  notes,
  pptx,
  share,
  data,
  single,
  embed,
  hosting,
  licences,
]

/** What the outputs ask of a story before anything is made. */
export const storyChecks = outputs.flatMap(({ check }) => check ?? [])
