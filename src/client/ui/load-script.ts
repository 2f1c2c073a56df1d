/** Runs a classic script, which works from disk too. Rejects when it cannot be had. */
export function loadScript(src: string): Promise<void> {
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
