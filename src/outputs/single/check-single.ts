import type { Element } from 'hast'
import { elementsOf } from '../../tree/elements-of.ts'
import { readTree } from '../../tree/read-tree.ts'

/** Attributes by which an element loads something. */
const LOADING = ['src', 'srcSet', 'poster', 'data', 'background'] as const

/** Throws where a page, or a style sheet, of a file that has no others beside it asks for one: that is a bug of the build. */
export function checkStandsAlone(pages: readonly string[], styles: readonly string[]): void {
  const asked = [
    ...pages.flatMap((page) => elementsOf(readTree(page)).flatMap(askedBy)),
    ...styles.flatMap((css) => [...css.matchAll(/url\(["']?([^"')]+)/g)].flatMap(([, address = '']) => address)),
  ]
  const outside = asked.filter((address) => !/^(?:data:|#)/.test(address))
  if (outside.length > 0) throw new Error(`found ${outside.join(', ')} in the one file, expected all that it needs in it`)
}

/** What an element loads; of a link for readers, only an address beside this file, where nothing is. */
function askedBy({ tagName, properties }: Element): string[] {
  const loads = LOADING.map((name) => properties[name])
  const href = String(properties.href ?? '')
  const leads = tagName === 'a' ? (/^[a-z][a-z\d+.-]*:/i.test(href) ? '' : href) : href
  return [...loads, leads].filter((address): address is string => typeof address === 'string' && address !== '')
}
