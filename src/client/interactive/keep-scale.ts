/** Where the pointer is, in px of the window. */
let [x, y] = [0, 0]

// Before any of Vega's own, which listen on the way back.
for (const type of ['pointermove', 'pointerdown', 'pointerup', 'mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'wheel'])
  addEventListener(type, note, { capture: true, passive: true })

function note(event: Event): void {
  if (event instanceof MouseEvent) [x, y] = [event.clientX, event.clientY]
}

/**
 * Pages show a chart larger or smaller than Vega has drawn it, and Vega takes the distance of a pointer from the chart's corner for
 * its own px. It is told of a corner from which the distance comes out in those.
 */
export function keepScale(svg: SVGSVGElement): void {
  const real = svg.getBoundingClientRect.bind(svg)
  svg.getBoundingClientRect = () => {
    const { left, top, width, height } = real()
    const scale = width / (svg.width.baseVal.value || width) || 1
    return new DOMRect(x - (x - left) / scale, y - (y - top) / scale, width / scale, height / scale)
  }
}
