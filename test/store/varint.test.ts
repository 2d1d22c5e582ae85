import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PackedReader, PackedWriter } from '../../src/main/store/varint.ts'

it('gives back every whole number and text that was put, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.maxSafeNat(), fc.integer(), fc.string({ unit: 'binary' }))), (rows) => {
      const packed = new PackedWriter(1)
      for (const [natural, signed, text] of rows) {
        packed.put(natural)
        packed.putSigned(signed)
        packed.putText(text)
      }
      const reader = new PackedReader(packed.taken())
      for (const [natural, signed, text] of rows) {
        expect(reader.take()).toBe(natural)
        expect(reader.takeSigned()).toBe(signed)
        expect(reader.takeText()).toBe(Buffer.from(text).toString())
      }
      expect(reader.isAtEnd).toBe(true)
    })
  )
})

it('refuses bytes that end too early', () => {
  const packed = new PackedWriter()
  packed.put(1_000_000)
  const cut = new PackedReader(packed.taken().subarray(0, 2))
  expect(() => cut.take()).toThrow(RangeError)
})
