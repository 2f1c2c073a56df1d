/** Something to print: a static page, with every file it needs in memory. */
export interface PrintJob {
  html: string
  /** Files the page refers to, by relative path (`assets/print.css`, fonts). */
  files: ReadonlyMap<string, string | Uint8Array>
}

/** Prints pages to PDF with the one browser of the build. */
export interface Printer {
  /** The PDF's bytes: tagged, with outline, CSS page size. Retries once when the browser dies. Throws EnvironmentError when there is none or it dies twice. */
  pdf(job: PrintJob): Promise<Uint8Array>
}
