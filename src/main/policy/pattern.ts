/**
 * What one sequence file may say: steps in order, each naming its indicators, the days they must fall into, and how
 * many items matter. Refuses every field that it does not know.
 */
import { z } from 'zod'
import { CATEGORIES } from '../../shared/domain/category.ts'
import { Thresholds } from '../../shared/domain/policy.ts'
import { identifier, sentence, Strengths } from './indicator.ts'

export const PatternFile = z
  .strictObject({
    id: identifier,
    name: z.string().min(1).max(80),
    why: sentence,
    'blind-spots': z.array(sentence).min(1),
    'harmless-when': z.array(sentence).min(1),
    steps: z
      .array(
        z.strictObject({
          category: z.enum(CATEGORIES),
          /** What happened to the items in this step: "downloaded". */
          words: z.string().min(1).max(60),
          indicators: z.array(identifier).min(1)
        })
      )
      .min(2)
      .max(6),
    /** First and last step lie at most this many times 24 hours apart. */
    'window-days': z.int().min(1).max(30),
    /** Items that went through all steps, last step on one day; below `low` there is no hit. */
    items: Thresholds,
    strengths: Strengths
  })
  .transform(({ 'blind-spots': blindSpots, 'harmless-when': harmlessWhen, 'window-days': windowDays, ...rest }) => ({
    ...rest,
    blindSpots,
    harmlessWhen,
    windowDays
  }))
export type Pattern = Readonly<z.infer<typeof PatternFile>>
