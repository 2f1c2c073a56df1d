/*
 * Bytes as letters that HTML leaves as they are: two of 91 stand for 13 bits, which needs an eighth less room than base64. The end is
 * one letter, where no more than six bits are left.
 */

/** The printable letters of ASCII from `#` on, without `<`. */
const LETTERS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).filter((letter) => letter !== '<')
const DIGITS = new Map(LETTERS.map((letter, digit) => [letter, digit]))

/** Bytes as letters. */
export function lettersOf(bytes: Uint8Array): string {
  const letters: (string | undefined)[] = []
  let [held, bits] = [0, 0]
  const write = () => {
    const part = held & 8191
    letters.push(LETTERS[part % 91], ...(bits > 6 ? [LETTERS[Math.floor(part / 91)]] : []))
    held >>= 13
    bits -= 13
  }
  for (const byte of bytes) {
    held |= byte << bits
    bits += 8
    if (bits >= 13) write()
  }
  if (bits > 0) write()
  return letters.join('')
}

/** The bytes of letters. */
export function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((letters.length * 13) / 16))
  let [at, held, bits] = [0, 0, 0]
  for (let read = 0; read < letters.length; read += 2) {
    const [one = 0, other] = [DIGITS.get(letters.charAt(read)), DIGITS.get(letters.charAt(read + 1))]
    held |= (one + (other ?? 0) * 91) << bits
    bits += other === undefined ? 6 : 13
    for (; bits >= 8; bits -= 8) {
      bytes[at++] = held & 255
      held >>= 8
    }
  }
  return bytes
}
