/** A process that imports files, tells of each step, and is there to be killed. */
import { z } from 'zod'
import { importHere } from './import-here.ts'

const Order = z.strictObject({
  place: z.strictObject({
    dist: z.string(),
    folder: z.string(),
    keys: z.strictObject({ main: z.string(), vault: z.string() })
  }),
  paths: z.array(z.string())
})

process.once('message', (message: unknown) => {
  const { place, paths } = Order.parse(message)
  void importHere(place, paths, () => {
    process.send?.('step')
  }).then((done) => process.exit(done.ok ? 0 : 1))
})
