/** Room that no writer uses now. Were each page given room of its own, V8 would stop to collect garbage for the sake of it. */
const spare: Buffer[] = []
const LEAST = 1 << 16

/** Collects bytes in one place that grows. */
export class ByteWriter {
  #bytes = spare.pop() ?? Buffer.allocUnsafe(LEAST)
  length = 0

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

  /** What was written. The writer is of no more use. */
  finish(): Buffer {
    const written = Buffer.from(this.#bytes.subarray(0, this.length))
    spare.push(this.#bytes)
    this.#bytes = Buffer.alloc(0)
    return written
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe((this.length + more) * 2)
    larger.set(this.#bytes.subarray(0, this.length))
    this.#bytes = larger
  }
}
