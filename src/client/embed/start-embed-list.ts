/* The start file of the list of charts to embed: snippets name the chart where this page lies, and are copied by a button. */

for (const snippet of document.querySelectorAll<HTMLTextAreaElement>('textarea')) {
  snippet.value = snippet.value.replace(/ src="([^"]+)"/, (_, src: string) => ` src="${new URL(src, location.href).href}"`)
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copies]') : null
  const snippet = button && document.getElementById(button.dataset.copies ?? '')
  if (snippet instanceof HTMLTextAreaElement) void copy(snippet, button)
})

async function copy(snippet: HTMLTextAreaElement, button: HTMLElement | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(snippet.value)
    if (button) button.textContent = button.dataset.copied ?? ''
  } catch {
    // Whoever may not write to the clipboard copies the selection.
    snippet.select()
  }
}
