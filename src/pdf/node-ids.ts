/** How Chromium names the elements of the structure tree that others refer to, such as a table's headings. In a text the parentheses would have backslashes. */
const NODE = /(?<!\\)\(node(\d{8})\)/g

/**
 * Numbers the named elements of a structure tree from 1, in place. Chromium takes the numbers from a counter that all pages
 * of a process share, so they depend on what else is printed at the time. Their order stays, since an index is sorted by it.
 * @param bytes changed in place
 */
export function renumberNodes(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = [...buffer.toString('latin1').matchAll(NODE)]
  const sorted = [...new Set(found.map(([, number = '']) => number))].sort()
  const numbers = new Map(sorted.map((number, index) => [number, String(index + 1).padStart(8, '0')]))
  for (const { 1: number = '', index } of found) buffer.write(numbers.get(number) ?? number, index + '(node'.length, 'latin1')
}
