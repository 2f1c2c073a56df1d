/** Collects bytes in one place that grows. */
export class ByteWriter {
  #bytes: Buffer
  length = 0

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafe(Math.max(capacity, 64))
  }

  /** A part of other bytes. */
  copy(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from)
    // A call costs more than a few bytes do.
    if (to - from > 64) this.#bytes.set(source.subarray(from, to), this.length)
    else for (let at = from; at < to; at++) this.#bytes[this.length + at - from] = source[at] ?? 0
    this.length += to - from
  }

  /** Text of one byte a character. */
  write(text: string): void {
    this.#reserve(text.length)
    for (let at = 0; at < text.length; at++) this.#bytes[this.length + at] = text.charCodeAt(at)
    this.length += text.length
  }

  get written(): Buffer {
    return this.#bytes.subarray(0, this.length)
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe((this.length + more) * 2)
    larger.set(this.written)
    this.#bytes = larger
  }
}
