import { realpathSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the machine: what its own sources, styles and packages are named from. */
export const MACHINE = realpathSync(join(import.meta.dirname, '..', '..'))
