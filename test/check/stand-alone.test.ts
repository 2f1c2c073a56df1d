import { expect, test } from 'vitest'
import { standAlone } from '../../src/check/stand-alone.ts'

test('a page takes its styles, fonts and pictures in, and leaves its scripts out', () => {
  const files = [
    {
      path: 'assets/page.1.css',
      contents: '@font-face{src:url(face.2.woff2)}@font-face{src:url("other.woff2")}@media print,(scripting:none){p{margin:0}}',
    },
    { path: 'assets/face.2.woff2', contents: new Uint8Array([1, 2, 3]) },
    { path: 'assets/door.3.jpg', contents: new Uint8Array([4, 5, 6]) },
  ]
  const page = `<!doctype html><html lang="de" class="plain"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="preload" as="font" href="assets/face.2.woff2"><link rel="stylesheet" href="assets/page.1.css">
<noscript><link rel="stylesheet" href="assets/page.1.css"></noscript><script defer src="page.js"></script><p>words <img loading="lazy" src="assets/door.3.jpg" alt="A door"><img src="assets/other.4.png" alt=""><img alt="A door" src="assets/door.3.jpg"></p>`
  expect(standAlone(page, files).replace(/\n/g, '')).toBe(
    `<!doctype html><html lang="de" class="plain"><head><style>@font-face{src:url(data:font/woff2;base64,AQID)}@font-face{src:url("other.woff2")}@media print,(width<0){p{margin:0}}</style></head><body><p>words <img src="data:image/jpeg;base64,BAUG" alt="A door"><img src="assets/other.4.png" alt=""><img src="data:image/jpeg;base64,BAUG" alt="A door"></p></body></html>`,
  )
})
