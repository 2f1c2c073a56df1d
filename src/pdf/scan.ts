/** Bytes of a character code as Chromium writes it: four hex digits. */
export const DIGITS = 4

const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39

/** The values of hex digits. */
const HEX = new Uint8Array(256)
for (const [value, digit] of [...'0123456789ABCDEF'].entries()) {
  HEX[digit.charCodeAt(0)] = value
  HEX[digit.toLowerCase().charCodeAt(0)] = value
}

/** Where the digits, the point and the sign end that begin at a place. */
export function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from
  for (let byte = bytes[at] as number; (byte >= ZERO && byte <= NINE) || byte === MINUS || byte === POINT; ) {
    byte = bytes[++at] as number
  }
  return at
}

/** Whether bytes stand at a place. */
export function isAt(wanted: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false
  return true
}

/** The first place of a byte; `to` when it is not there. A call of the library's own costs more than a few bytes do. */
export function find(byte: number, bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] !== byte) at++
  return at
}

/** The code that four hex digits write. */
export function codeAt(bytes: Uint8Array, at: number): number {
  let code = 0
  for (let digit = at; digit < at + DIGITS; digit++) code = code * 16 + (HEX[bytes[digit] as number] as number)
  return code
}
