/** The command line, as the scripts of package.json call it; its work is in src/cli. */
import './src/cli/main.ts'
