/** Ids of the pages' own elements, and of the story's own picture. A slide with one of them would be taken for that element. */
const OWN: ReadonlySet<string> = new Set([
  'announcer',
  'help',
  'help-title',
  'interactive-charts',
  'jump',
  'jump-list',
  'jump-query',
  'licences',
  'needed',
  'overview',
  'overview-title',
  'qr',
  'qr-title',
  'rehearsal',
  'rehearsal-title',
  'story',
])

/** Whether the pages themselves have an element with this id. */
export function isPageId(id: string): boolean {
  return OWN.has(id)
}
