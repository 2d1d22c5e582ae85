// The registry of keys: sequences, typing, controls, layers.
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { expect, test } from 'vitest'
import { listenForKeys, printKeys, useKeys, type KeyBinding } from '../../src/renderer/keys.ts'

function Listening({ layers }: { readonly layers: readonly (readonly KeyBinding[])[] }) {
  useEffect(() => listenForKeys(window), [])
  return (
    <>
      {layers.map((bindings, index) => (
        <Layer key={index} bindings={bindings} />
      ))}
      <input aria-label="field" />
      <input type="checkbox" aria-label="box" />
      <button>press</button>
    </>
  )
}
function Layer({ bindings }: { readonly bindings: readonly KeyBinding[] }) {
  useKeys(bindings)
  return null
}

function listen(...layers: (readonly string[])[]) {
  const ran: string[] = []
  const bindings = layers.map((keys, layer) =>
    keys.map((key) => ({
      keys: key,
      says: key,
      group: 'g',
      run: () => ran.push(`${layer}:${key}`),
      ...(key.startsWith('Ctrl') ? { isGlobal: true } : {})
    }))
  )
  render(<Listening layers={bindings} />)
  return { ran, user: userEvent.setup() }
}

test('a letter runs, but not while typing; Ctrl runs always', async () => {
  const { ran, user } = listen(['j', 'Ctrl+k'])
  await user.keyboard('j')
  await user.click(screen.getByLabelText('field'))
  await user.keyboard('j{Control>}k{/Control}')
  expect(ran).toEqual(['0:j', '0:Ctrl+k'])
})

test('a checkbox is no typing, and Enter on a button belongs to the button', async () => {
  const { ran, user } = listen(['x', 'Enter'])
  await user.click(screen.getByLabelText('box'))
  await user.keyboard('x{Enter}')
  screen.getByRole('button').focus()
  await user.keyboard('{Enter}')
  expect(ran).toEqual(['0:x', '0:Enter'])
})

test('a sequence needs both keys, and a wrong second key runs nothing', async () => {
  const { ran, user } = listen(['g a', 'a', 'b'])
  await user.keyboard('ga')
  await user.keyboard('gb')
  await user.keyboard('b')
  expect(ran).toEqual(['0:g a', '0:b'])
})

test('the layer on top wins', async () => {
  const { ran, user } = listen(['Escape'], ['Escape'])
  await user.keyboard('{Escape}')
  expect(ran).toEqual(['1:Escape'])
})

test('shifted letters are letters, Ctrl with a letter is none', async () => {
  const { ran, user } = listen(['a', '?'])
  await user.keyboard('{Control>}a{/Control}')
  await user.keyboard('{Shift>}?{/Shift}')
  expect(ran).toEqual(['0:?'])
})

test('keys are printed as they stand on the keyboard', () => {
  expect(['Ctrl+k', 'Escape', 'ArrowDown', 'g a', '['].map(printKeys)).toEqual(['Ctrl+K', 'Esc', '↓', 'g a', '['])
})
