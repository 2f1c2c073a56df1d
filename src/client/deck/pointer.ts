import { make } from '../ui/dom.ts'

/** Shows where the mouse points, as long as a key is held down: a dot, or all but a spot in the dark. */
export function createPointer(): (kind: 'dot' | 'spot') => void {
  const layer = make('div', 'pointer')
  layer.ariaHidden = 'true'
  layer.hidden = true
  document.body.append(layer)
  addEventListener('pointermove', ({ clientX, clientY }) => {
    layer.style.setProperty('--x', `${clientX}px`)
    layer.style.setProperty('--y', `${clientY}px`)
  })
  const hide = () => {
    layer.hidden = true
  }
  addEventListener('keyup', hide)
  addEventListener('blur', hide)
  return (kind) => {
    layer.dataset.kind = kind
    layer.hidden = false
  }
}
