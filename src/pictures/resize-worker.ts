import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { PNG } from 'pngjs'
import { readBytes } from '../util/files.ts'

/*
 * Makes pictures smaller, in a thread of its own: what takes seconds holds nothing up, and the codecs, which were made for browsers,
 * find the one class of theirs that Node has not. They are WebAssembly, which computes the same everywhere.
 */

interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** What is asked of this thread, and what it answers. */
export interface ResizeRequest {
  contents: Uint8Array
  type: 'image/jpeg' | 'image/png'
  width: number
  height: number
}

class OwnImageData implements Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
Object.assign(globalThis, { ImageData: OwnImageData })

/** Between 0 and 100: photographs on a screen look the same from here up. */
const QUALITY = 82

const { resolve } = createRequire(import.meta.url)
const moduleOf = async (file: string) => WebAssembly.compile(new Uint8Array(readBytes(resolve(file)) ?? []))

const codecs = Promise.all([
  import('@jsquash/jpeg/decode.js'),
  import('@jsquash/jpeg/encode.js'),
  import('@jsquash/resize'),
  moduleOf('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
  moduleOf('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
  moduleOf('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'),
]).then(async ([decoder, encoder, resizer, ...modules]) => {
  await Promise.all([decoder.init(modules[0]), encoder.init(modules[1]), resizer.initResize(modules[2])])
  return { decode: decoder.default, encode: encoder.default, resize: resizer.default }
})

parentPort?.on('message', async ({ contents, type, width, height }: ResizeRequest) => {
  try {
    const { decode, encode, resize } = await codecs
    const whole = type === 'image/png' ? decodedPng(contents) : await decode(exactBuffer(contents), { preserveOrientation: true })
    const pixels = await resize(whole as ImageData, { width, height, method: 'lanczos3', premultiply: true, linearRGB: true })
    const bytes = type === 'image/png' ? encodedPng(pixels) : new Uint8Array(await encode(pixels, { quality: QUALITY }))
    parentPort?.postMessage({ bytes })
  } catch (error) {
    parentPort?.postMessage({ fault: String(error) })
  }
})

function decodedPng(contents: Uint8Array): Pixels {
  const { data, width, height } = PNG.sync.read(Buffer.from(contents))
  return new OwnImageData(new Uint8ClampedArray(data), width, height)
}

function encodedPng({ data, width, height }: Pixels): Uint8Array {
  const png = new PNG({ width, height })
  png.data = Buffer.from(data.buffer, data.byteOffset, data.length)
  return PNG.sync.write(png)
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer
}
