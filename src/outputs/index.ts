import type { Output } from '../output.ts'
import { data } from './data.ts'
import { deck } from './deck.ts'
import { handout } from './handout.ts'
import { hosting } from './hosting.ts'
import { notes } from './notes.ts'
import { read } from './read.ts'
import { share } from './share.ts'
import { slides } from './slides.ts'

/** Everything a build makes, in the order of the summary; `--only` and `--help` read this table. */
export const outputs: readonly Output[] = [deck, read, slides, handout, notes, share, data, hosting]
