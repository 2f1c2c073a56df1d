/** Prints self-contained pages (fonts and styles inlined, no script) to PDF with the one browser of the build. */
export interface Printer {
  /** The PDF's bytes: tagged, with outline, page size from the page's own CSS. Retries once when the browser dies. Throws EnvironmentError when there is none or it dies twice. */
  pdf(html: string): Promise<Uint8Array>
  close(): Promise<void>
}
