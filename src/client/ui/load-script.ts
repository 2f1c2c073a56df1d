declare global {
  interface Window {
    /** Left by the script of a page that has all its files within: the text of one, by its path. */
    countdownFile?: (path: string) => string | undefined
  }
}

/** Runs a classic script, which works from disk too. Rejects when it cannot be had. */
export async function loadScript(src: string): Promise<void> {
  const inside = window.countdownFile?.(src)
  if (inside === undefined) await fetchScript(src)
  else runScript(inside)
}

/** Runs the text of a script, whose hash the page's policy must name. */
export function runScript(text: string): void {
  const script = document.createElement('script')
  script.textContent = text
  document.head.append(script)
  script.remove()
}

function fetchScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => {
      script.remove()
      resolve()
    }
    script.onerror = () => reject(new Error(`${src} did not load`))
    document.head.append(script)
  })
}
