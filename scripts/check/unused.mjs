// @ts-check
// A reporter for knip: one line for each unused file, export or dependency, then how many files knip read.
import path from 'node:path'

/** @param {import('knip').ReporterOptions} options */
export default function report({ issues, counters, cwd }) {
  const { files, _files, ...symbols } = issues
  const lines = [...files].map((file) => `unused file: ${path.relative(cwd, file)}`)
  for (const [kind, byFile] of Object.entries(symbols)) {
    for (const { symbol, filePath } of Object.values(byFile).flatMap((bySymbol) => Object.values(bySymbol))) {
      lines.push(`unused ${kind}: ${symbol} in ${path.relative(cwd, filePath)}`)
    }
  }
  if (lines.length > 0) console.error(lines.join('\n'))
  console.log(`unused: ${counters.total} files read, ${lines.length} findings`)
}
