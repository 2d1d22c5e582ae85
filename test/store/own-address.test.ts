import { describe, expect, it } from 'vitest'
import { isOwnAddress, OWN_ADDRESS, topicOf } from '../../src/main/store/own-address.ts'

describe('an own private address', () => {
  it.each([
    ['mira.solberg@firm.example', 'mirasolberg@post.example'],
    ['mira.solberg@firm.example', 'solberg.mira84@post.example'],
    ['m.solberg-kraus@firm.example', 'kraus_solberg@post.example'],
    ['kowalczyk@firm.example', 'jan.kowalczyk@post.example']
  ])('%s knows %s', (sender, recipient) => {
    expect(isOwnAddress(sender, recipient)).toBe(true)
  })

  it.each([
    ['mira.solberg@firm.example', 'mira@post.example'],
    ['mira.solberg@firm.example', 'mira.solberg@firm.example'],
    ['mira.solberg@firm.example', 'office@partner.example'],
    ['anna@firm.example', 'annabel@post.example'],
    ['', 'mirasolberg@post.example'],
    ['mira.solberg@firm.example', '']
  ])('%s does not know %s', (sender, recipient) => {
    expect(isOwnAddress(sender, recipient)).toBe(false)
  })

  it('is the topic of a mail that names none, and of nothing else', () => {
    const mail = {
      topic: '',
      itemType: 'message',
      actor: 'mira.solberg@firm.example',
      targets: ['office@partner.example', 'mirasolberg@post.example']
    } as const
    expect(topicOf(mail)).toBe(OWN_ADDRESS)
    expect(topicOf({ ...mail, topic: 'data-loss-prevention' })).toBe('data-loss-prevention')
    expect(topicOf({ ...mail, itemType: 'file' })).toBe('')
    expect(topicOf({ ...mail, targets: ['office@partner.example'] })).toBe('')
  })
})
