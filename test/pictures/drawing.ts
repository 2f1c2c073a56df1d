/** A file of a drawing, with attributes of its first element and what is in it. */
export function drawing(head: string, inside = '<path d="M0 0h2v3z"/>'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`)
}
