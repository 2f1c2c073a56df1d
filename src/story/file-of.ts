/** The file of a slide, as messages name it; a slide of the template has none of its own. */
export function fileOf({ id, file }: { id: string; file?: string | undefined }): string {
  return file ?? `the template's slide \`${id}\``
}
