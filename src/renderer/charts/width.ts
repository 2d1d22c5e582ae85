/** The width that a chart has, measured before the first picture is shown, so that nothing jumps. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Where nothing can be measured. */
const ASSUMED_PX = 960

export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(ASSUMED_PX)
  useLayoutEffect(() => {
    const element = place.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const measure = () => setWidth(Math.floor(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width]
}
