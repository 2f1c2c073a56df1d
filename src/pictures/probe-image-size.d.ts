declare module 'probe-image-size/sync.js' {
  /** Undefined or null for bytes that are no picture, or end too early. */
  export default function probe(data: Uint8Array): { width: number; height: number; orientation?: number } | null | undefined
}
