/** A file's text, and what is worth saying of how it was read. */
export interface Decoded {
  text: string
  note?: string
}

/** Reads what spreadsheets and editors save: UTF-8, UTF-16, and Windows-1252 where it is plainly that. Undefined for anything else. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const wide = utf16Of(bytes)
  const text = read(bytes, wide ?? 'utf-8')
  if (wide) return text === undefined ? undefined : { text, note: 'read as UTF-16' }
  if (text !== undefined) return /\0/.test(text) ? undefined : { text }
  const western = read(bytes, 'windows-1252') ?? ''
  return isWestern(western) ? { text: western, note: 'read as Windows-1252, since it is no UTF-8' } : undefined
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** By its mark, or by the empty half that most characters of a table have in it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const empty = (half: 0 | 1) => sample.filter((byte, at) => at % 2 === half && byte === 0).length
  const isMost = (count: number) => sample.length > 4 && count > sample.length / 4
  if (isMost(empty(1)) && empty(0) === 0) return 'utf-16le'
  return isMost(empty(0)) && empty(1) === 0 ? 'utf-16be' : undefined
}

/** In the languages that Windows-1252 is for, accented letters stand among plain ones; another alphabet shows as nothing else. */
function isWestern(text: string): boolean {
  return !/[\u0080-\u009f\0]/.test(text) && !/[À-ÿŠšŽžŒœŸƒ¡-¿]{3}/.test(text.replace(/[«»°²³ª-]/g, ''))
}
