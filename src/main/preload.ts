/** The bridge into the sandboxed window: two functions, nothing of Electron itself. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/contract/bridge.ts'
import type { Changed } from '../shared/contract/index.ts'

const bridge: Bridge = {
  invoke: (name, request) => ipcRenderer.invoke('inward:invoke', name, request),
  onChanged: (listener) => {
    const hear = (_event: unknown, changed: Changed): void => {
      listener(changed)
    }
    ipcRenderer.on('inward:changed', hear)
    return () => {
      ipcRenderer.off('inward:changed', hear)
    }
  }
}

contextBridge.exposeInMainWorld('inward', bridge)
