/** Builds one entry for plain Node, as the product's own are built, into a folder of a test. */
import path from 'node:path'
import { build } from 'vite'

const checkout = path.resolve(import.meta.dirname, '../..')

export async function buildEntry(input: string, outDir: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root: checkout,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input,
        external: [/^node:/],
        output: { format: 'es', entryFileNames: name, codeSplitting: false }
      }
    }
  })
}
