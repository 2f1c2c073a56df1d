/** An element's id, as preact writes it. */
const ID = /<[^>]*?\sid="([^"]*)"/g

/** The ids of all elements in HTML, in their order, as they are written. */
export function idsIn(html: string): string[] {
  return [...html.matchAll(ID)].map(([, id = '']) => id)
}
