import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { realPath } from '../util/files.ts'

/** A file that the deck holds by a link is a file of the deck: it is named, and imports others, from where the link lies. `folder` has none in its path. */
export function ownLinks(folder: string): Plugin {
  return {
    name: 'own links',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path)
        return file.startsWith(folder) && ![undefined, file].includes(realPath(file)) ? { path: file } : undefined
      })
    },
  }
}
