import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { Printer } from '../browser/printer.ts'

/** The part of the pixels in which two SVG pictures differ, drawn by the same browser; 1 where their sizes do. */
export async function differingPart(one: string, other: string, printer: Printer): Promise<number> {
  const [size, otherSize] = [sizeOf(one), sizeOf(other)]
  if (Math.abs(size.width - otherSize.width) > 1 || Math.abs(size.height - otherSize.height) > 1) return 1
  const window = { width: Math.ceil(size.width), height: Math.ceil(size.height) }
  const box = `display:block;overflow:hidden;width:${window.width}px;height:${window.height}px`
  const html = `<!doctype html><body style="margin:0;background:white"><div style="${box}">${one}</div><div style="${box}">${other}</div>`
  const [a, b] = (await printer.photograph(html, window, 2)).map((png) => PNG.sync.read(Buffer.from(png)))
  if (!a || !b) return 1
  return pixelmatch(a.data, b.data, undefined, a.width, a.height) / (a.width * a.height)
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width ?? 1) || 1, height: Number(height ?? 1) || 1 }
}
