/** Must be imported before any schema is built: the window's content security policy forbids zod's compiled checks. */
import { z } from 'zod'

z.config({ jitless: true })
