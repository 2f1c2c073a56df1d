import { isAbsolute } from 'node:path'
import { typesPath } from '../../util/machine.ts'

/** tsconfig.json, for editors. `root` is the path to the generator, relative to the deck. */
export function tsconfigJson(root: string): string {
  return `{
  "compilerOptions": {
    "target": "ES2024",
    "lib": ["ES2024", "DOM"],
    "module": "ESNext",
    "moduleResolution": "bundler",
    "jsx": "react-jsx",
    "jsxImportSource": "countdown-story",
    "types": [],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "noUnusedLocals": true,
    "allowImportingTsExtensions": true,
    "allowArbitraryExtensions": true,
    "resolveJsonModule": true,
    "skipLibCheck": true,
    "noEmit": true,
    "paths": {
      "countdown-story": ["${root}/${typesPath('src/index.ts')}"],
      "countdown-story/components": ["${root}/${typesPath('src/kit/components/index.ts')}"],
      "countdown-story/charts": ["${root}/${typesPath('src/kit/charts/index.ts')}"],
      "countdown-story/jsx-runtime": ["${root}/${typesPath('src/kit/jsx-runtime.ts')}"]
    }
  },
  "include": [".", "${root}/${typesPath('src/kit/ambient.d.ts')}"],
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
    "plugins": ["${generator}/${typesPath('src/mdx/editor/read-slide.mjs')}"],
    "checkMdx": true
  },
  "files": ["${generator}/${typesPath('src/kit/components/mdx.d.ts')}"],
  "include": ["**/*.mdx", "mdx.d.ts"]
}
`
}
