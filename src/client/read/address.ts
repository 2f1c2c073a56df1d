/** Browsers allow about a hundred changes in half a minute. */
const PAUSE = 400

/** Lets the address follow the reader, in the same entry of the history; a moment late, so that fast scrolling does not flood it. */
export function createAddress(): (id: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (id) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (location.hash !== `#${id}`) history.replaceState(history.state, '', `#${id}`)
    }, PAUSE)
  }
}
