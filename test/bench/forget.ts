import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { kinds } from '../../src/util/cache.ts'
import { privateFolder } from '../../src/util/private-folder.ts'

/** Takes away what earlier builds have kept for later ones. */
export function forget(): void {
  for (const kind of kinds) rmSync(join(privateFolder(), kind), { recursive: true, force: true })
}
