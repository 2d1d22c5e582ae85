/** Whole numbers in as few bytes as they need: seven bits a byte, the last byte without its highest bit. */

/** Writes into memory that grows. Numbers are at most 2^53 − 1 in size. */
export class PackedWriter {
  private bytes: Uint8Array<ArrayBuffer>
  private used = 0

  constructor(startBytes = 64) {
    this.bytes = new Uint8Array(startBytes)
  }

  get length(): number {
    return this.used
  }

  /** Not negative. */
  put(value: number): void {
    while (this.used + 8 > this.bytes.length) this.grow()
    let rest = value
    while (rest >= 0x80) {
      // Above 2^31 bit operations would cut.
      this.bytes[this.used++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.bytes[this.used++] = rest
  }

  putSigned(value: number): void {
    this.put(value < 0 ? -value * 2 - 1 : value * 2)
  }

  putText(text: string): void {
    const encoded = Buffer.from(text)
    this.put(encoded.length)
    while (this.used + encoded.length > this.bytes.length) this.grow()
    this.bytes.set(encoded, this.used)
    this.used += encoded.length
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.used)
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/** Reads what a PackedWriter wrote, in the same order; throws a RangeError where the bytes end too early. */
export class PackedReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  take(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new RangeError('packed numbers end too early')
      if (byte < 0x80) return value + byte * scale
      value += (byte & 0x7f) * scale
      scale *= 0x80
    }
  }

  takeSigned(): number {
    const value = this.take()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  takeText(): string {
    const length = this.take()
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at, length).toString()
    this.at += length
    return text
  }
}
