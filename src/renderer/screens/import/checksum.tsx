/** The SHA-256 of a file, to compare and to copy. */
import { CopiedText } from '../../parts/copied-text.tsx'

export function Checksum({ sha256 }: { readonly sha256: string }) {
  if (sha256 === '') return <>not known: the file was not read to its end</>
  return <CopiedText text={sha256} name="SHA-256" />
}
