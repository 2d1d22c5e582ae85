/** Starts the window: style nonce, theme, the cache of answers. Keeps nothing on disk. */
import './jitless.ts'
import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { DeskProvider } from './desk.ts'
import { Look } from './look.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const styles = createCache({ key: 'inward', prepend: true, ...(nonce === '' ? {} : { nonce }) })
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')

createRoot(root).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <Look>
        <DeskProvider>
          <App />
        </DeskProvider>
      </Look>
    </CacheProvider>
  </StrictMode>
)
