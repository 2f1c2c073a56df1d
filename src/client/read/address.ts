/** Browsers allow about a hundred changes in half a minute. */
const PAUSE = 400

/**
 * Lets the address follow the reader, in the same entry of the history; a moment late, so that fast scrolling does not flood it, or
 * when the page is left.
 */
export function createAddress(): (id: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let next: string | undefined
  const write = () => {
    if (next !== undefined && location.hash !== next) history.replaceState(history.state, '', next)
    next = undefined
  }
  addEventListener('pagehide', write)
  return (id) => {
    next = `#${id}`
    clearTimeout(timer)
    timer = setTimeout(write, PAUSE)
  }
}
