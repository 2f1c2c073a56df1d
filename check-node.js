// Plain JavaScript, so that every Node can read it, before one that cannot read TypeScript meets any.
if (!process.features.typescript) {
  const folder = new URL('.', import.meta.url).pathname
  console.error(
    `node: found Node ${process.versions.node}, expected 22.18 or later; run \`npm rebuild node\` in ${decodeURI(folder)}, which puts the project's own in place.`,
  )
  process.exit(3)
}
