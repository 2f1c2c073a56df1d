import type { ComponentChildren } from 'preact'

/** Marks what the deck shows step by step: each item of a list in it, and each other element. Everywhere else all is there. */
export function Steps({ children }: { children: ComponentChildren }) {
  return <div class="steps">{children}</div>
}
