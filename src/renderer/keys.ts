/**
 * One registry of all keyboard shortcuts, so that help, palette and status line tell the truth. The latest registered
 * binding wins; keys are left alone while the operator types, and below an open dialog.
 */
import { useEffect, useRef } from 'react'
import { create } from 'zustand'

export interface KeyBinding {
  /** `j`, `Escape`, `?`, `Ctrl+k`, `Shift+ArrowDown`, or a sequence `g a`. Letters as typed. */
  readonly keys: string
  /** What it does, as a verb: "Dismiss the alert". */
  readonly says: string
  readonly group: string
  readonly run: () => void
  /** Also while typing in a field or with a dialog open: for Ctrl combinations only. */
  readonly isGlobal?: boolean
  /** Shown in the status line. */
  readonly isHinted?: boolean
}

interface Layer {
  readonly id: symbol
  readonly bindings: () => readonly KeyBinding[]
}
interface Registry {
  readonly layers: readonly Layer[]
  /** First key of a sequence that waits for its second. */
  readonly waitingFor: string | null
}
export const useKeyRegistry = create<Registry>(() => ({ layers: [], waitingFor: null }))

/** Registers shortcuts while the component is mounted and `isActive`. */
export function useKeys(bindings: readonly KeyBinding[], isActive = true): void {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const names = bindings.map(({ keys }) => keys).join(',')
  useEffect(() => {
    if (!isActive) return undefined
    const layer: Layer = { id: Symbol(names), bindings: () => latest.current }
    useKeyRegistry.setState(({ layers }) => ({ layers: [...layers, layer] }))
    return () => useKeyRegistry.setState(({ layers }) => ({ layers: layers.filter(({ id }) => id !== layer.id) }))
  }, [isActive, names])
}

/** Every binding that works now; a key that is bound twice is listed once, as it would run. */
export function listBindings(layers: readonly Layer[]): readonly KeyBinding[] {
  const byKeys = new Map<string, KeyBinding>()
  for (const layer of layers) for (const binding of layer.bindings()) byKeys.set(binding.keys, binding)
  return [...byKeys.values()]
}

/** Attaches the one listener; returns how to remove it. */
export function listenForKeys(target: Window): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (key: string | null) => {
    clearTimeout(timer)
    if (useKeyRegistry.getState().waitingFor !== key) useKeyRegistry.setState({ waitingFor: key })
    if (key !== null) timer = setTimeout(() => useKeyRegistry.setState({ waitingFor: null }), SEQUENCE_MS)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || MODIFIERS.has(event.key)) return
    const key = nameOf(event)
    const { layers, waitingFor } = useKeyRegistry.getState()
    const isBlocked = isTyping(event.target) || isBehindDialog() || (ACTIVATING.has(key) && isControl(event.target))
    const usable = listBindings(layers).filter((binding) => binding.isGlobal === true || !isBlocked)
    const wanted = waitingFor === null ? key : `${waitingFor} ${key}`
    const binding = usable.find(({ keys }) => keys === wanted)
    if (binding !== undefined) {
      wait(null)
      event.preventDefault()
      binding.run()
    } else if (waitingFor === null && usable.some(({ keys }) => keys.startsWith(`${key} `))) {
      wait(key)
      event.preventDefault()
    } else wait(null)
  }
  target.addEventListener('keydown', onKeyDown)
  return () => {
    clearTimeout(timer)
    target.removeEventListener('keydown', onKeyDown)
  }
}

/** How a key is printed: `Ctrl+K`, `g a`, `↓`. */
export function printKeys(keys: string): string {
  const parts = keys.split('+').map((part) => PRINTED[part] ?? part)
  return parts.map((part, position) => (position > 0 && part.length === 1 ? part.toUpperCase() : part)).join('+')
}

// Long enough to find the second key, short enough that a forgotten `g` does no harm.
const SEQUENCE_MS = 1500
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])
const ACTIVATING = new Set(['Enter', ' '])
const PRINTED: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space'
}

function nameOf(event: KeyboardEvent): string {
  const isNamed = event.key.length > 1
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  const shift = event.shiftKey && isNamed ? 'Shift+' : ''
  return `${control}${alt}${shift}${control !== '' && !isNamed ? event.key.toLowerCase() : event.key}`
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="listbox"], [role="menu"], [role="combobox"]') !== null) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}

const isBehindDialog = () => document.querySelector('[aria-modal="true"]') !== null
const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, [role="button"], [role="tab"], [role="checkbox"]') !== null
