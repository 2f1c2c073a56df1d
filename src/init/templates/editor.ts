import { isAbsolute } from 'node:path'

/** tsconfig.json, for editors. `root` is the path to the generator, relative to the deck. */
export function tsconfigJson(root: string): string {
  return `{
  "extends": "${root}/tsconfig.json",
  "compilerOptions": {
    "module": "ESNext",
    "moduleResolution": "bundler",
    "types": [],
    "paths": {
      "countdown-story": ["${root}/src/index.ts"],
      "countdown-story/components": ["${root}/src/kit/components/index.ts"],
      "countdown-story/charts": ["${root}/src/kit/charts/index.ts"],
      "preact/*": ["${root}/node_modules/preact/*"]
    }
  },
  "include": [".", "${root}/src/kit/ambient.d.ts"],
  "exclude": ["dist"]
}
`
}

/** slides/tsconfig.json, for the MDX in editors. `root` is the path to the generator, relative to the deck. */
export function slidesTsconfigJson(root: string): string {
  const generator = isAbsolute(root) ? root : `../${root}`
  return `{
  "extends": "../tsconfig.json",
  "compilerOptions": {
    "strictNullChecks": false,
    "exactOptionalPropertyTypes": false,
    "noUnusedLocals": false
  },
  "mdx": {
    "plugins": ["${generator}/src/mdx/editor/read-slide.mjs"],
    "checkMdx": true
  },
  "files": ["${generator}/src/kit/components/mdx.d.ts"],
  "include": ["**/*.mdx", "mdx.d.ts"]
}
`
}
