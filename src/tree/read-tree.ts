import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'
import type { Tree } from './tree.ts'

/** Reads HTML as browsers do, whatever it is; of a whole document, what stands in head and body. */
export function readTree(html: string): Tree {
  const { children } = fromParse5(parseFragment(html, { scriptingEnabled: false })) as Tree
  return { type: 'root', children }
}
