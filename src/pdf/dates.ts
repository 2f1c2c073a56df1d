import { PdfFile } from './file.ts'

/** How Chromium writes when a document was made and changed. A parenthesis within a title has a backslash, so none is taken for a time. */
const TIMES = /\/(?:CreationDate|ModDate) \((D:\d{14}(Z|[+-]\d\d'\d\d'?))\)/g

/**
 * Overwrites when a PDF was made and changed, in place and with the same length, so that nothing else moves and the same
 * input gives the same bytes. Throws when the two times are not where Chromium writes them.
 * @param bytes changed in place
 */
export function fixDates(bytes: Uint8Array, date: Date): void {
  const file = new PdfFile(bytes)
  const start = file.offsetOf(file.trailer.get('Info')) ?? 0
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const info = buffer.toString('latin1', start, buffer.indexOf('endobj', start))
  const times = [...info.matchAll(TIMES)]
  if (times.length !== 2) throw new Error(`the PDF says ${times.length} times when it was made or changed, expected 2`)
  for (const { 0: found, 1: time = '', 2: zone = '', index } of times) {
    const written = `D:${digits(date)}${zone.replace(/[+-]\d\d'\d\d/, "+00'00")}`
    buffer.write(written, start + index + found.indexOf(time), 'latin1')
  }
}

/** `20231231000000`, in UTC. */
function digits(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/\D/g, '')
}

/**
 * The date that documents carry: `SOURCE_DATE_EPOCH` (seconds since 1970) where it is set, as reproducible builds have it,
 * else the story's own. Never the clock.
 * @param date ISO 8601
 */
export function documentDate(date: string, env: Readonly<Record<string, string | undefined>> = process.env): Date {
  const epoch = env.SOURCE_DATE_EPOCH
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(date)
}
