/** Bubbles and cells on a canvas, for views with more marks than SVG draws smoothly. Looks the same as the SVG ones. */
import { useEffect, useRef } from 'react'
import type { Category } from '../../shared/domain/category.ts'
import { CATEGORIES } from '../../shared/domain/category.ts'
import { CATEGORY_GLYPHS } from '../parts/category-mark.tsx'
import { DIMMED, DISC_OPACITY, RING_WIDTH, type ChartColours } from './timeline-colours.ts'
import { glyphSize } from './timeline-marks.tsx'
import type { Bubble, PlacedBin, PlotSize, TimelineLayout } from './timeline-layout.ts'

interface TimelineCanvasProps {
  readonly layout: TimelineLayout
  readonly size: PlotSize
  readonly colours: ChartColours
  readonly clear: ReadonlySet<string> | null
}

export function TimelineCanvas({ layout, size, colours, clear }: TimelineCanvasProps) {
  const place = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = place.current
    const brush = canvas?.getContext('2d')
    if (!canvas || !brush) return
    const ratio = window.devicePixelRatio || 1
    canvas.width = Math.round(size.width * ratio)
    canvas.height = Math.round(size.height * ratio)
    brush.setTransform(ratio, 0, 0, ratio, 0, 0)
    const { left, right, top, axis } = layout.plot
    brush.beginPath()
    brush.rect(left, top, right - left, axis - top)
    brush.clip()
    for (const bin of layout.bins) drawBin(brush, bin, colours)
    const glyphs = glyphPaths()
    for (const bubble of layout.bubbles) {
      brush.globalAlpha = clear === null || clear.has(bubble.key) ? 1 : DIMMED
      drawBubble(brush, bubble, colours, glyphs)
    }
  }, [layout, size, colours, clear])
  return (
    <canvas
      ref={place}
      aria-hidden="true"
      style={{ position: 'absolute', inset: 0, width: size.width, height: size.height, pointerEvents: 'none' }}
    />
  )
}

function drawBin(brush: CanvasRenderingContext2D, bin: PlacedBin, colours: ChartColours) {
  const x = bin.x + (bin.width - bin.side) / 2
  const y = bin.y + (bin.height - bin.side) / 2
  brush.globalAlpha = 0.8
  brush.fillStyle = colours.category[bin.category].mark
  brush.fillRect(x, y, bin.side, bin.side)
}

function drawBubble(
  brush: CanvasRenderingContext2D,
  { x, y, r, insight }: Bubble,
  colours: ChartColours,
  glyphs: ReadonlyMap<Category, Path2D>
) {
  const alpha = brush.globalAlpha
  const { mark, text } = colours.category[insight.category]
  const ring = RING_WIDTH[insight.severity]
  disc(brush, x, y, r + 0.75, colours.paper)
  brush.globalAlpha = alpha * DISC_OPACITY
  disc(brush, x, y, r, mark)
  brush.globalAlpha = alpha
  brush.beginPath()
  brush.arc(x, y, r - ring / 2, 0, Math.PI * 2)
  brush.lineWidth = ring
  brush.strokeStyle = colours.severity[insight.severity].mark
  brush.stroke()
  const glyph = glyphs.get(insight.category)
  if (!glyph) return
  const scale = glyphSize(r) / 16
  brush.save()
  brush.translate(x, y)
  brush.scale(scale, scale)
  brush.translate(-8, -8)
  brush.lineWidth = Math.min(2, 1.15 / scale)
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
  brush.strokeStyle = text
  brush.stroke(glyph)
  brush.restore()
}

function disc(brush: CanvasRenderingContext2D, x: number, y: number, r: number, colour: string) {
  brush.beginPath()
  brush.arc(x, y, r, 0, Math.PI * 2)
  brush.fillStyle = colour
  brush.fill()
}

const glyphPaths = (): ReadonlyMap<Category, Path2D> =>
  new Map(CATEGORIES.map((category) => [category, new Path2D(CATEGORY_GLYPHS[category])]))
